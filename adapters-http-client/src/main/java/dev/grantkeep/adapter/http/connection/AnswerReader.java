package dev.grantkeep.adapter.http.connection;

import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends the one request of a connection, and reads as much of the answer as is wanted. */
final class AnswerReader extends SimpleChannelInboundHandler<HttpObject> {
    private final HttpRequest request;
    private final int mostBytes;
    private final CompletableFuture<Answer> answer;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable HttpResponse head;

    AnswerReader(HttpRequest request, int mostBytes, CompletableFuture<Answer> answer) {
        this.request = request;
        this.mostBytes = mostBytes;
        this.answer = answer;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.writeAndFlush(request);
        context.fireChannelActive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws CannotBeHad, IOException {
        if (part.decoderResult().isFailure()) {
            throw new CannotBeHad(Reason.MALFORMED, part.decoderResult().cause());
        }
        if (part instanceof HttpResponse response && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            begin(response);
        }
        if (head != null && part instanceof HttpContent content) {
            add(content.content());
            if (content instanceof LastHttpContent) {
                answer.complete(new Answer(head.status(), head.headers(), body.toByteArray()));
            }
        }
    }

    private void begin(HttpResponse response) throws CannotBeHad {
        if (!response.status().equals(HttpResponseStatus.OK)) {
            answer.complete(new Answer(response.status(), response.headers(), new byte[0]));
            return;
        }
        String encoding = response.headers().get(HttpHeaderNames.CONTENT_ENCODING);
        if (encoding != null && !HttpHeaderValues.IDENTITY.contentEqualsIgnoreCase(encoding)) {
            throw new CannotBeHad(Reason.MALFORMED);
        }
        if (HttpUtil.getContentLength(response, 0L) > mostBytes) {
            throw new CannotBeHad(Reason.TOO_LARGE);
        }
        head = response;
    }

    private void add(ByteBuf bytes) throws CannotBeHad, IOException {
        if (body.size() + bytes.readableBytes() > mostBytes) {
            throw new CannotBeHad(Reason.TOO_LARGE);
        }
        bytes.readBytes(body, bytes.readableBytes());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        answer.completeExceptionally(new CannotBeHad(Reason.NO_CONNECTION));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        answer.completeExceptionally(failure(cause));
    }

    private static CannotBeHad failure(Throwable failed) {
        for (Throwable at = failed; at != null; at = at.getCause()) {
            if (at instanceof CannotBeHad known) {
                return known;
            }
            if (at instanceof SSLException) {
                return new CannotBeHad(Reason.UNTRUSTED, failed);
            }
        }
        return new CannotBeHad(failed instanceof IOException ? Reason.NO_CONNECTION : Reason.MALFORMED, failed);
    }
}
