package org.metricgateway.http;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.resolver.DefaultHostsFileEntriesResolver;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsNameResolverChannelStrategy;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.io.Closeable;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.metricgateway.config.HostPort;
import org.metricgateway.config.Settings;
import org.metricgateway.discovery.Names;

/** Asks name servers anew each time, on a thread of its own: what the JDK asks it remembers, and it knows no SRV records. */
public final class DnsNames implements Names, Closeable {

    /** For one server to answer; then the next one is asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<HostPort> servers;
    private EventLoopGroup loop;

    public DnsNames(Settings settings) {
        this.servers = settings.discovery().nameservers();
    }

    @Override
    public CompletionStage<List<String>> ipv4(String host) {
        return addresses(host, ResolvedAddressTypes.IPV4_ONLY);
    }

    @Override
    public CompletionStage<List<String>> ipv6(String host) {
        return addresses(host, ResolvedAddressTypes.IPV6_ONLY);
    }

    private CompletionStage<List<String>> addresses(String host, ResolvedAddressTypes family) {
        return asked(
                resolver -> resolver.resolveAll(host),
                found -> found.stream().map(NetUtil::toAddressString).toList(),
                family);
    }

    @Override
    public CompletionStage<List<Service>> services(String name) {
        return asked(
                resolver -> resolver.resolveAll(new DefaultDnsQuestion(name, DnsRecordType.SRV)),
                found -> found.stream().map(DnsNames::service).toList(),
                ResolvedAddressTypes.IPV4_ONLY);
    }

    private <T, R> CompletionStage<List<R>> asked(
            Function<DnsNameResolver, Future<List<T>>> question,
            Function<List<T>, List<R>> reading,
            ResolvedAddressTypes family) {
        DnsNameResolver resolver = resolver(family);
        DnsAnswer<R> answer = new DnsAnswer<>();
        question.apply(resolver).addListener((Future<List<T>> done) -> {
            answer.take(done, reading);
            resolver.close();
        });
        return answer.within(PATIENCE.multipliedBy(2));
    }

    /** A new one each time: it reads the system's hosts and name servers when it is made. */
    private DnsNameResolver resolver(ResolvedAddressTypes family) {
        DnsNameResolverBuilder builder = new DnsNameResolverBuilder(loop().next())
                .datagramChannelType(NioDatagramChannel.class)
                .datagramChannelStrategy(DnsNameResolverChannelStrategy.ChannelPerResolution)
                .socketChannelType(NioSocketChannel.class)
                .resolvedAddressTypes(family)
                .queryTimeoutMillis(PATIENCE.toMillis())
                .resolveCache(NoopDnsCache.INSTANCE)
                .cnameCache(NoopDnsCnameCache.INSTANCE)
                .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
                .hostsFileEntriesResolver(new DefaultHostsFileEntriesResolver());
        if (!servers.isEmpty()) {
            builder.nameServerProvider(new SequentialDnsServerAddressStreamProvider(servers.stream()
                    .map(server -> new InetSocketAddress(server.host(), server.port()))
                    .toList()));
        }
        return builder.build();
    }

    /** Not before somebody asks: most gateways have nothing to look up. */
    private synchronized EventLoopGroup loop() {
        if (loop == null) {
            loop = new NioEventLoopGroup(1, new DefaultThreadFactory("dns", true));
        }
        return loop;
    }

    private static Service service(DnsRecord record) {
        try {
            var data = ((DnsRawRecord) record).content();
            return new Service(
                    data.readUnsignedShort(),
                    data.readUnsignedShort(),
                    data.readUnsignedShort(),
                    DefaultDnsRecordDecoder.decodeName(data));
        } finally {
            ReferenceCountUtil.release(record);
        }
    }

    @Override
    public synchronized void close() {
        if (loop != null) {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }
}
