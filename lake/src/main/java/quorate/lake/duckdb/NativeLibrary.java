package quorate.lake.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The native part of DuckDB, unpacked from its jar once and found again at every later start.
///
/// The driver itself unpacks its 72 MB into a new temporary file at each start, which costs 0.8 s
/// and stays behind when the process is killed. Here it lies under a name made of its size and
/// checksum, so another version of the jar gets another file, and it appears there whole or not at
/// all.
final class NativeLibrary {
  /// Names another folder than the user's cache folder.
  static final String FOLDER_PROPERTY = "quorate.cache";

  private NativeLibrary() {}

  /// Where the library for this machine is packed, null when the jar has none; the driver knows
  /// what to say then.
  static @Nullable URL packed() {
    return NativeLibrary.class.getResource("/" + resourceName());
  }

  /// The unpacked library.
  ///
  /// @param folder where it is kept, made when absent
  static Path unpacked(URL packed, Path folder) throws IOException {
    URLConnection connection = packed.openConnection();
    String checksum =
        connection instanceof JarURLConnection jar
            ? Long.toHexString(jar.getJarEntry().getCrc())
            : "plain";
    long size = connection.getContentLengthLong();
    Path library = folder.resolve("duckdb-%d-%s.so".formatted(size, checksum));
    if (!Files.isRegularFile(library) || Files.size(library) != size) {
      unpack(connection, library);
    }
    return library.toAbsolutePath();
  }

  private static void unpack(URLConnection from, Path library) throws IOException {
    Path folder = library.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path half = Files.createTempFile(folder, "duckdb-", ".part");
    try {
      try (InputStream in = from.getInputStream();
          OutputStream out = Files.newOutputStream(half)) {
        in.transferTo(out);
      }
      try (FileChannel written = FileChannel.open(half, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(half, library, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /// `~/.cache/quorate`, or what `XDG_CACHE_HOME` or the property `quorate.cache` say.
  static Path folder() {
    String declared = System.getProperty(FOLDER_PROPERTY);
    if (declared != null) {
      return Path.of(declared);
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("quorate");
  }

  /// Whether a resource is a packed library of any machine.
  static boolean isPacked(String resource) {
    return resource.startsWith("libduckdb_java.so_");
  }

  /// The name in the jar, as the driver builds it.
  static String resourceName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "libduckdb_java.so_%s_%s"
        .formatted(
            system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : "linux",
            machine.equals("aarch64") || machine.equals("arm64") ? "arm64" : "amd64");
  }
}
