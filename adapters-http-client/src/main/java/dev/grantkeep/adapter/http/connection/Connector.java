package dev.grantkeep.adapter.http.connection;

import dev.grantkeep.application.port.Deadline;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes one request on a connection of its own, to exactly the IP address that it is told, and has TLS compare the
 * server's certificate with the host's name. It knows of no proxies, cookies, credentials, compression or redirects.
 *
 * <p>Nothing is prepared before the first request: neither TLS nor the thread that all requests share.
 */
public final class Connector implements AutoCloseable {
    private static final int MOST_HEADER_BYTES = 16_384;
    private static final HttpDecoderConfig LIMITS = new HttpDecoderConfig().setMaxHeaderSize(MOST_HEADER_BYTES);

    private final Supplier<SslContext> makeTls;
    private final UnaryOperator<InetSocketAddress> way;
    private final int mostBytes;
    private @Nullable EventLoopGroup thread;
    private @Nullable SslContext tls;

    /**
     * @param tls the context of a client that compares names; asked for once, with the first request
     * @param way where a connection to an address really goes: there, but for tests
     * @param mostBytes the most that a body has
     */
    public Connector(Supplier<SslContext> tls, UnaryOperator<InetSocketAddress> way, int mostBytes) {
        this.makeTls = tls;
        this.way = way;
        this.mostBytes = mostBytes;
    }

    /**
     * The answer, wholly read.
     *
     * @param to where the connection goes
     * @param connectNanos how long it may take until it is there
     * @param deadline for all of it
     */
    Answer get(InetAddress to, DocumentAddress document, DocumentKind kind, long connectNanos, Deadline deadline)
            throws CannotBeHad {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        AnswerReader reader = new AnswerReader(request(document, kind), mostBytes, answer);
        ChannelFuture connected = bootstrap(connectNanos, pipeline(document, reader))
                .connect(way.apply(new InetSocketAddress(to, document.port())));
        connected.addListener(result -> {
            if (!result.isSuccess()) {
                answer.completeExceptionally(new CannotBeHad(Reason.NO_CONNECTION, result.cause()));
            }
        });
        try {
            return answer.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotBeHad known ? known : new CannotBeHad(Reason.MALFORMED, e);
        } catch (TimeoutException e) {
            throw new CannotBeHad(Reason.TOO_SLOW, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotBeHad(Reason.BUSY, e);
        } finally {
            connected.channel().close();
        }
    }

    private synchronized Bootstrap bootstrap(long connectNanos, ChannelInitializer<Channel> pipeline) {
        if (thread == null) {
            thread = new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("remote-documents", true), NioIoHandler.newFactory());
        }
        return new Bootstrap()
                .group(thread)
                .channel(NioSocketChannel.class)
                .disableResolver()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.clamp(TimeUnit.NANOSECONDS.toMillis(connectNanos), 1, Integer.MAX_VALUE))
                .handler(pipeline);
    }

    private ChannelInitializer<Channel> pipeline(DocumentAddress document, AnswerReader reader) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                if (document.isEncrypted()) {
                    channel.pipeline().addLast(tls().newHandler(channel.alloc(), document.host(), document.port()));
                }
                channel.pipeline().addLast(new HttpClientCodec(LIMITS, false, false), reader);
            }
        };
    }

    private synchronized SslContext tls() {
        if (tls == null) {
            tls = makeTls.get();
        }
        return tls;
    }

    private static HttpRequest request(DocumentAddress document, DocumentKind kind) {
        HttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, document.target());
        request.headers()
                .set(HttpHeaderNames.HOST, document.authority())
                .set(HttpHeaderNames.USER_AGENT, "grantkeep")
                .set(HttpHeaderNames.ACCEPT, kind.mediaTypes())
                .set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return request;
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }
}
