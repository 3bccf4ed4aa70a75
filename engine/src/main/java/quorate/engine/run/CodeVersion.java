package quorate.engine.run;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Checksums that say what a run was made from.
public final class CodeVersion {
  private CodeVersion() {}

  /// SHA-256 over Quorate's own part of a class path: jars named `quorate-…` and class folders,
  /// sorted by name. Takes a few milliseconds.
  ///
  /// @param classPath as in the system property `java.class.path`
  public static String ofClassPath(String classPath) {
    MessageDigest digest = sha256();
    List<Path> own =
        Arrays.stream(classPath.split(File.pathSeparator))
            .map(Path::of)
            .filter(entry -> Files.isDirectory(entry) || isOwnJar(entry))
            .sorted()
            .toList();
    for (Path entry : own) {
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          digest.update(Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static boolean isOwnJar(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return name.startsWith("quorate-") && name.endsWith(".jar") && Files.isRegularFile(entry);
  }

  /// SHA-256 of a text in UTF-8, hexadecimal.
  public static String ofText(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// SHA-256 of a file's bytes, hexadecimal.
  public static String ofFile(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
