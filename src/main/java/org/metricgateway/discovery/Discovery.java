package org.metricgateway.discovery;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.metricgateway.backend.Members;
import org.metricgateway.config.BackendAddress;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.config.Lookup;
import org.metricgateway.config.Settings;

/** Looks again and again where the backends of groups are, and lets them join and leave. None of its methods blocks. */
public final class Discovery implements Closeable {

    private final Settings settings;
    private final Members members;
    private final Names names;
    private final Self self;

    /** May wait for the disk. */
    private final ExecutorService files = thread("files");

    /** May wait for Camel to start and stop routes. */
    private final ExecutorService changes = thread("discovery");

    private final List<Origin> origins;

    public Discovery(Settings settings, Members members, Names names) {
        this.settings = settings;
        this.members = members;
        this.names = names;
        this.self = new Self(settings.discovery().self());
        this.origins =
                settings.groups().values().stream().flatMap(this::origins).toList();
    }

    private Stream<Origin> origins(GroupSettings group) {
        return group.lookups().stream().map(lookup -> new Origin(group.name(), lookup, place(lookup)));
    }

    private Place place(Lookup lookup) {
        return switch (lookup.kind()) {
            case DNS -> new HostPlace(names, lookup.name(), lookup.port());
            case SRV -> new ServicePlace(names, lookup.name());
            case FILE -> new FilePlace(Path.of(lookup.name()), files);
        };
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Asks for names and services. */
    public void askNames() {
        look(origin -> !origin.isFile());
    }

    /** Reads files; and sees to those that left and have finished their work. */
    public void readFiles() {
        look(Origin::isFile);
        if (!origins.isEmpty()) {
            members.started().thenRunAsync(members::retire, changes);
        }
    }

    private void look(Predicate<Origin> which) {
        origins.stream()
                .filter(which)
                .forEach(origin ->
                        origin.look(self, () -> members.started().thenRunAsync(() -> tell(origin.group()), changes)));
    }

    private void tell(String group) {
        Map<String, BackendAddress> once = new LinkedHashMap<>();
        Stream<BackendAddress> found =
                origins.stream().filter(origin -> origin.group().equals(group)).flatMap(Origin::found);
        Stream.concat(settings.groups().get(group).urls().stream(), found)
                .forEach(address -> once.putIfAbsent(Self.identity(address), address));
        members.become(group, List.copyOf(once.values()));
    }

    @Override
    public void close() {
        files.shutdownNow();
        changes.shutdownNow();
    }
}
