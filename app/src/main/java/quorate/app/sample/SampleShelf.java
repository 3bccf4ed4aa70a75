package quorate.app.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The folder that holds the samples; a sample that is not there is fetched, checked and put there
/// whole.
///
/// For one thread. Fetching the Node package takes seconds and about 18 MB once.
public final class SampleShelf {
  private final Path folder;
  private final NodePackages node;

  /// @param folder usually `.quorate/samples`
  public static SampleShelf in(Path folder) {
    return new SampleShelf(folder, new NpmPack());
  }

  SampleShelf(Path folder, NodePackages node) {
    this.folder = folder;
    this.node = node;
  }

  /// Whether the sample is there already.
  public boolean holds(Sample sample) {
    return Files.isRegularFile(folder.resolve(sample.file()));
  }

  /// The sample's file, fetched first when it is not there.
  ///
  /// @throws SampleException when it cannot be had; the message says why and what to do
  public Path take(Sample sample) {
    Path file = folder.resolve(sample.file());
    if (Files.isRegularFile(file)) {
      return file;
    }
    try {
      Files.createDirectories(folder);
      return switch (sample.origin()) {
        case MAVEN -> unpackJar(sample, file);
        case NODE -> unpackNodePackage(sample, file);
      };
    } catch (IOException e) {
      throw new SampleException(
          "the sample \"%s\" could not be written to %s: %s"
              .formatted(sample.name(), folder, e.getMessage()),
          e);
    }
  }

  /// The sample's file copied from a folder of the user's, plain or with `.gz` at its end.
  ///
  /// @throws SampleException when it is not there or is another file
  public Path takeFrom(Sample sample, Path source) {
    Path plain = source.resolve(sample.file());
    Path packed = source.resolve(sample.file() + ".gz");
    try {
      Files.createDirectories(folder);
      if (Files.isRegularFile(plain)) {
        try (InputStream in = Files.newInputStream(plain)) {
          return keep(sample, in, plain.toString());
        }
      }
      if (Files.isRegularFile(packed)) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
          return keep(sample, in, packed.toString());
        }
      }
    } catch (IOException e) {
      throw new SampleException(
          "the sample \"%s\" could not be read from %s: %s"
              .formatted(sample.name(), source, e.getMessage()),
          e);
    }
    throw new SampleException(
        "the folder given with --data must hold %s (or %s.gz) for the sample \"%s\", but %s does not"
            .formatted(sample.file(), sample.file(), sample.name(), source));
  }

  private Path unpackJar(Sample sample, Path file) throws IOException {
    Path jar = folder.resolve(sample.origin().packageName());
    if (!Files.isRegularFile(jar)) {
      throw new SampleException(
          ("the sample \"%s\" comes with the build, but %s is not there; run it through ./quorate,"
                  + " or give a folder that holds %s with --data")
              .formatted(sample.name(), jar, sample.file()));
    }
    try (ZipFile archive = new ZipFile(jar.toFile())) {
      ZipEntry entry = archive.getEntry(sample.origin().entryOf(sample));
      if (entry == null) {
        throw new FileNotFoundException(jar + " holds no " + file.getFileName());
      }
      try (InputStream in = archive.getInputStream(entry)) {
        return keep(sample, in, jar.toString());
      }
    }
  }

  private Path unpackNodePackage(Sample sample, Path file) throws IOException {
    Path work = Files.createTempDirectory(folder, "fetching-");
    try {
      Path archive = node.fetch(sample.origin().packageName(), work);
      try (TarReader tar =
          new TarReader(new GZIPInputStream(Files.newInputStream(archive), 1 << 16))) {
        if (!tar.find(sample.origin().entryOf(sample))) {
          throw new FileNotFoundException(archive + " holds no " + file.getFileName());
        }
        return keep(sample, tar.content(), archive.toString());
      }
    } finally {
      emptyAndDelete(work);
    }
  }

  /// Writes a stream beside its place, checks it, and only then moves it there.
  private Path keep(Sample sample, InputStream in, String source) throws IOException {
    Path unchecked = Files.createTempFile(folder, sample.file(), ".part");
    try {
      Files.copy(in, unchecked, StandardCopyOption.REPLACE_EXISTING);
      String found = sha256(unchecked);
      if (!found.equals(sample.sha256())) {
        throw new SampleException(
            "the sample \"%s\" must have the SHA-256 %s, but it was %s in %s; it is not used"
                .formatted(sample.name(), sample.sha256(), found, source));
      }
      return Files.move(
          unchecked, folder.resolve(sample.file()), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unchecked);
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void emptyAndDelete(Path work) throws IOException {
    try (var files = Files.list(work)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(work);
  }
}
