package dev.grantkeep.adapter.http.connection;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * What a server answered.
 *
 * @param body empty if the status is another than 200
 */
public record Answer(HttpResponseStatus status, HttpHeaders headers, byte[] body) {}
