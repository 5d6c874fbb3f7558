package dev.grantkeep.adapter.rest.connection;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections and sets a guard on each. Those of HTTP/2, which is off by default, are only counted. */
@Singleton
final class ConnectionGuards
        implements BeanCreatedEventListener<NettyServerCustomizer.Registry>, NettyServerCustomizer {
    private final ConnectionLimits limits;
    private final HeldBytes held;
    private final AtomicInteger open = new AtomicInteger();

    ConnectionGuards(ConnectionLimits limits) {
        this.limits = limits;
        this.held = new HeldBytes(limits.heldBytes());
    }

    @Override
    public Registry onCreated(BeanCreatedEvent<Registry> event) {
        Registry server = event.getBean();
        server.register(this);
        return server;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        if (role != ChannelRole.CONNECTION) {
            return this;
        }
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
        if (open.incrementAndGet() > limits.most()) {
            channel.close();
        }
        return new NettyServerCustomizer() {
            @Override
            public void onStreamPipelineBuilt() {
                guard(channel);
            }
        };
    }

    private void guard(Channel channel) {
        String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
        if (channel.pipeline().get(codec) != null) {
            ConnectionGuard guard = new ConnectionGuard(limits, held);
            channel.pipeline().addBefore(codec, "grantkeep-bytes", new Bytes(guard));
            channel.pipeline().addAfter(codec, "grantkeep-guard", guard);
        }
    }

    /** Tells the guard that bytes came, before they are a request. */
    private static final class Bytes extends ChannelInboundHandlerAdapter {
        private final ConnectionGuard guard;

        Bytes(ConnectionGuard guard) {
            this.guard = guard;
        }

        private static boolean isOfAnEmptyLine(byte one) {
            return one == '\r' || one == '\n';
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            guard.bytesCame(message instanceof ByteBuf bytes && bytes.forEachByte(Bytes::isOfAnEmptyLine) < 0);
            ctx.fireChannelRead(message);
        }
    }
}
