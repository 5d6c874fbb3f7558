package dev.grantkeep.adapter.cli.server;

import java.net.http.HttpHeaders;

/** What came back: its status, headers and body as text. */
record Reply(int status, HttpHeaders headers, String body) {}
