package quorate.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import quorate.app.terminal.Screen;
import quorate.app.terminal.Words;

/// The machine: JDK, cores, memory, disk, terminal.
final class MachineChecks {
  private static final long MEGABYTE = 1L << 20;
  private static final long GIGABYTE = 1L << 30;

  private MachineChecks() {}

  static Finding java() {
    int version = Runtime.version().feature();
    String found =
        "Java %s (%s) in %s"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vm.vendor"),
                System.getProperty("java.home"));
    return version == 25
        ? Finding.ok("jdk", found)
        : Finding.fail("jdk", found, "Run through ./quorate, which finds or asks for a JDK 25.");
  }

  static Finding cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    return cores >= 2
        ? Finding.ok("cores", Words.counted(cores, "core") + " available")
        : Finding.warn(
            "cores", "1 core available", "Builds and ingests will be slow; two are enough.");
  }

  static Finding memory() {
    return memory(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
        Runtime.getRuntime().maxMemory());
  }

  /// @param machine bytes of the machine or its container
  /// @param heap most bytes of this JVM's heap
  static Finding memory(long machine, long heap) {
    String found =
        "%s, of which a verb may take %s of heap"
            .formatted(Words.bytes(machine), Words.bytes(heap));
    return machine >= 2 * GIGABYTE
        ? Finding.ok("memory", found)
        : Finding.warn(
            "memory",
            found,
            "Building needs about 2 GiB; running works with QUORATE_JVM_FLAGS=-Xmx256m.");
  }

  /// Room on the disk of a folder, and leave to write there.
  static Finding disk(Path wanted) {
    Path folder = wanted;
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    try {
      Path probe = Files.createTempFile(folder, ".doctor", "");
      Files.delete(probe);
    } catch (IOException e) {
      return Finding.fail(
          "disk",
          "cannot write in " + folder + " (" + e.getClass().getSimpleName() + ")",
          "Make the folder writable for you, or name another one in quorate.yaml.");
    }
    try {
      return room(folder, Files.getFileStore(folder).getUsableSpace());
    } catch (IOException e) {
      return Finding.warn("disk", "free space unknown: " + e.getMessage(), "Look with df -h.");
    }
  }

  static Finding room(Path folder, long free) {
    String found = "%s free in %s".formatted(Words.bytes(free), folder);
    if (free < 500 * MEGABYTE) {
      return Finding.fail("disk", found, "Free some space; an ingest stops when the disk is full.");
    }
    return free < 5 * GIGABYTE
        ? Finding.warn("disk", found, "Enough for the demo; a year of ticks needs more.")
        : Finding.ok("disk", found);
  }

  static Finding terminal() {
    return Finding.ok(
        "terminal",
        Screen.isTerminal() ? "yes: progress bars and colours" : "no: plain lines only");
  }
}
