package dev.jobport.adapters.grpc;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/** Holds a server to a number of connections: further ones wait until others have closed. */
@Sharable
final class Connections extends ChannelInboundHandlerAdapter {

    private final int most;
    private int open;

    Connections(int most) {
        this.most = most;
    }

    /** A listening socket that accepts as many as may be open. */
    NioServerSocketChannel listener() {
        NioServerSocketChannel channel = new NioServerSocketChannel();
        channel.pipeline().addLast(this);
        return channel;
    }

    @Override
    public void channelRead(ChannelHandlerContext listener, Object accepted) {
        count(listener.channel(), 1);
        ((Channel) accepted).closeFuture().addListener(closed -> count(listener.channel(), -1));
        listener.fireChannelRead(accepted);
    }

    private synchronized void count(Channel listener, int change) {
        open += change;
        listener.config().setAutoRead(open < most);
    }
}
