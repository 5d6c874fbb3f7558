package dev.grantkeep.adapter.rest.connection;

import dev.grantkeep.adapter.rest.error.CommonCodes;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.signal.RequestId;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches over one HTTP/1.1 connection, between the codec and the application. A request that is not there in time is cut;
 * what the connection holds is counted; a request that could be read in two ways is refused. All but {@link #giveUp} runs
 * on the connection's own thread.
 */
final class ConnectionGuard extends ChannelDuplexHandler implements HeldBytes.Holder {
    /** What each connection may hold without being counted: hot calls never are. */
    private static final int FREE_BYTES = 16 * 1024;

    /** What a piece of a body costs beside its bytes: a peer may send them one by one. */
    private static final int PIECE = 256;

    /** What a compressed body may become: it is counted before it is known. */
    private static final long UNPACKED = 2 << 20;

    private final ConnectionLimits limits;
    private final HeldBytes held;

    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> watch;
    private volatile boolean waitsForPeer = true;

    /** From its connection on, a peer has the time of one request to make its first. */
    private boolean isReceiving = true;

    private long receivingSince;
    private boolean isSilent = true;

    /** Whether the head of what is being received is there. */
    private boolean hasBegun;

    private String path = "/";
    private List<String> givenIds = List.of();
    private boolean isCompressed;
    private long received;
    private long counted;
    private int unanswered;
    private boolean isAnswering;
    private boolean isCut;

    ConnectionGuard(ConnectionLimits limits, HeldBytes held) {
        this.limits = limits;
        this.held = held;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        receivingSince = System.nanoTime();
        long often = limits.requestTimeout().toMillis() / 4;
        watch = ctx.executor().scheduleWithFixedDelay(() -> cutIfLate(ctx), often, often, TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (watch != null) {
            watch.cancel(false);
        }
        held.release(this);
    }

    @Override
    public boolean waitsForPeer() {
        return waitsForPeer;
    }

    @Override
    public void giveUp() {
        ChannelHandlerContext ctx = Objects.requireNonNull(context);
        ctx.executor().execute(() -> cut(ctx, CommonCodes.TOO_MUCH_AT_ONCE.reply(path)));
    }

    /**
     * Bytes have come, before the codec has made anything of them.
     *
     * @param areEmptyLines between two requests these mean nothing (RFC 9112 section 2.2)
     */
    void bytesCame(boolean areEmptyLines) {
        if (areEmptyLines && !isReceiving) {
            return;
        }
        isSilent = false;
        if (!isReceiving) {
            isReceiving = true;
            receivingSince = System.nanoTime();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (isCut || !isAcceptable(ctx, message)) {
            ReferenceCountUtil.release(message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private boolean isAcceptable(ChannelHandlerContext ctx, Object message) {
        boolean acceptable = true;
        if (message instanceof HttpRequest request) {
            begin(request);
            Preferences.leaveOutUnreadable(request.headers());
            acceptable = request.decoderResult().isFailure() || Framing.isClear(request);
        }
        if (message instanceof HttpContent content) {
            // What follows a broken piece is not known: it is not the last, though the codec says so.
            acceptable &=
                    message instanceof HttpRequest || content.decoderResult().isSuccess();
            take(content);
        }
        if (!acceptable) {
            cut(ctx, CommonCodes.REQUEST_MALFORMED.reply(path, "The request is malformed."));
        }
        return acceptable;
    }

    private void begin(HttpRequest request) {
        bytesCame(false);
        hasBegun = true;
        int query = request.uri().indexOf('?');
        path = query < 0 ? request.uri() : request.uri().substring(0, query);
        givenIds = request.headers().getAll(RequestId.HEADER);
        isCompressed = request.headers().contains(HttpHeaderNames.CONTENT_ENCODING);
        waitsForPeer = true;
        unanswered++;
    }

    private void take(HttpContent content) {
        int bytes = content.content().readableBytes();
        // What comes after the answer is dropped.
        if (bytes > 0 && unanswered > 0) {
            received += bytes + PIECE;
            count(isCompressed ? UNPACKED : Math.max(0, received - FREE_BYTES));
        }
        if (content instanceof LastHttpContent) {
            isReceiving = false;
            hasBegun = false;
            waitsForPeer = false;
        }
    }

    private void count(long all) {
        if (all > counted) {
            held.add(this, all - counted);
            counted = all;
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (isCut) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        if (message instanceof HttpResponse response) {
            if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                // It ends as an answer does, but is none.
                ctx.write(message, promise);
                return;
            }
            isAnswering = true;
            waitsForPeer = true;
            name(response);
        }
        ChannelPromise counted = counted(message, promise);
        if (message instanceof LastHttpContent) {
            answered();
        }
        ctx.write(message, counted);
    }

    /** What the server answers to what it could not read as a request has no id yet. */
    private static void name(HttpResponse response) {
        if (!response.headers().contains(RequestId.HEADER)) {
            response.headers().set(RequestId.HEADER, RequestId.fresh());
        }
    }

    private void answered() {
        isAnswering = false;
        unanswered--;
        if (unanswered == 0) {
            held.remove(this, counted);
            counted = 0;
            received = 0;
        }
    }

    /** What is written is held until the peer has read it, or the system has it for the peer. */
    private ChannelPromise counted(Object message, ChannelPromise promise) {
        int bytes = message instanceof ByteBufHolder holder ? holder.content().readableBytes() : 0;
        if (bytes <= FREE_BYTES) {
            return promise;
        }
        held.add(this, bytes);
        return promise.unvoid().addListener(written -> held.remove(this, bytes));
    }

    private void cutIfLate(ChannelHandlerContext ctx) {
        if (!isReceiving
                || System.nanoTime() - receivingSince <= limits.requestTimeout().toNanos()) {
            return;
        }
        // What is said unasked, or twice, could be taken for the answer to a request that is just being sent.
        boolean isAwaited = unanswered == (hasBegun ? 1 : 0) && !isSilent;
        if (isAwaited) {
            cut(ctx, CommonCodes.REQUEST_TOO_SLOW.reply(path));
        } else {
            ctx.close();
        }
    }

    /** Says why, if it is the only answer that the peer waits for, and closes. */
    private void cut(ChannelHandlerContext ctx, Reply why) {
        if (isCut) {
            return;
        }
        isCut = true;
        held.release(this);
        if (unanswered > 1 || isAnswering) {
            ctx.close();
        } else {
            ctx.writeAndFlush(Farewell.of(why, RequestId.of(givenIds))).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
