package org.metricgateway.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Java program in a JVM of its own. */
public final class ChildJvm extends ChildProcess {

    private ChildJvm(String name, Path dir, List<String> command, Map<String, String> environment) {
        super(name, dir, command, environment);
    }

    /** @param arguments of {@code java}: options, main class or jar, and what follows */
    public static ChildJvm start(String name, Path dir, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(Command.ofJdk("java"));
        command.addAll(arguments);
        return new ChildJvm(name, dir, command, environment);
    }

    public void collectGarbage() {
        Command.run(Command.ofJdk("jcmd"), Long.toString(pid()), "GC.run");
    }
}
