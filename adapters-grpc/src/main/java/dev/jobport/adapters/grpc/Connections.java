package dev.jobport.adapters.grpc;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a server to a number of connections: further ones wait until others have closed. And cuts one that has to go. */
@Sharable
final class Connections extends ChannelInboundHandlerAdapter {

    private final int most;
    private final Map<SocketAddress, Channel> byPeer = new ConcurrentHashMap<>();
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
        Channel connection = (Channel) accepted;
        SocketAddress peer = connection.remoteAddress();
        byPeer.put(peer, connection);
        connection.closeFuture().addListener(closed -> {
            byPeer.remove(peer, connection);
            count(listener.channel(), -1);
        });
        listener.fireChannelRead(accepted);
    }

    /** Closes the connection of this peer, with all that is on its way to it. */
    void cut(SocketAddress peer) {
        Channel connection = byPeer.get(peer);
        if (connection != null) {
            connection.close();
        }
    }

    private synchronized void count(Channel listener, int change) {
        open += change;
        listener.config().setAutoRead(open < most);
    }
}
