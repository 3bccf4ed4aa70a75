package quorate.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.property.SharedData;

class SampleShelfTest {
  private static final byte[] CONTENT =
      "date,close\n2000-01-03,1455.22\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void unpacksAJarThatTheBuildBrought() throws Exception {
    Sample sample = sample(CONTENT, Sample.Origin.MAVEN);
    try (ZipOutputStream jar =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("ta4j-examples-0.18.jar")))) {
      jar.putNextEntry(new ZipEntry("rows.csv"));
      jar.write(CONTENT);
    }

    Path file = shelf(this::noNode).take(sample);

    assertThat(file).hasBinaryContent(CONTENT);
    assertThat(shelf(this::noNode).holds(sample)).isTrue();
  }

  @Test
  void saysWhatToDoWhenTheBuildBroughtNoJar() throws Exception {
    Sample sample = sample(CONTENT, Sample.Origin.MAVEN);

    assertThatThrownBy(() -> shelf(this::noNode).take(sample))
        .isInstanceOf(SampleException.class)
        .hasMessageContaining("comes with the build")
        .hasMessageContaining("--data");
  }

  @Test
  void findsTheFileInsideANodePackage() throws Exception {
    Sample sample = sample(CONTENT, Sample.Origin.NODE);

    Path file = shelf((specification, into) -> archive(into, CONTENT)).take(sample);

    assertThat(file).hasBinaryContent(CONTENT);
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void refusesAFileWithAnotherChecksumAndKeepsNothingOfIt() throws Exception {
    Sample sample = sample(CONTENT, Sample.Origin.NODE);
    byte[] tampered = "date,close\n2000-01-03,1555.22\n".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> shelf((specification, into) -> archive(into, tampered)).take(sample))
        .isInstanceOf(SampleException.class)
        .hasMessageContaining("must have the SHA-256 " + sample.sha256());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fetchesOnce() throws Exception {
    Sample sample = sample(CONTENT, Sample.Origin.NODE);
    shelf((specification, into) -> archive(into, CONTENT)).take(sample);

    Path again = shelf(this::noNode).take(sample);

    assertThat(again).exists();
  }

  @Test
  void takesAFileOfTheUsersPlainOrPacked(@TempDir Path own) throws Exception {
    Sample sample = sample(CONTENT, Sample.Origin.NODE);
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(own.resolve("rows.csv.gz")))) {
      out.write(CONTENT);
    }

    Path file = shelf(this::noNode).takeFrom(sample, own);

    assertThat(file).hasBinaryContent(CONTENT);
  }

  @Test
  void namesTheFileThatTheUsersFolderLacks(@TempDir Path own) throws Exception {
    Sample sample = sample(CONTENT, Sample.Origin.NODE);

    assertThatThrownBy(() -> shelf(this::noNode).takeFrom(sample, own))
        .hasMessageContaining("--data must hold rows.csv (or rows.csv.gz)");
  }

  /// A recorded copy of the same file must be the one the checksum was taken of.
  @Test
  void theChecksumIsThatOfTheRealFile(@TempDir Path own) throws Exception {
    Path recorded = SharedData.require("equity/daily/vega_sp500-2000.csv.gz");
    Files.copy(recorded, own.resolve("sp500-2000.csv.gz"));

    Path file = shelf(this::noNode).takeFrom(Sample.SP500_BARS, own);

    // One header line and 5,105 days.
    assertThat(Files.readAllLines(file)).hasSize(5_106);
  }

  private SampleShelf shelf(NodePackages node) {
    return new SampleShelf(folder, node);
  }

  private Path noNode(String specification, Path into) {
    throw new SampleException("npm is not installed, and " + specification + " comes through it");
  }

  private static Sample sample(byte[] content, Sample.Origin origin) throws Exception {
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    return new Sample("rows", "two rows", "rows.csv", sha256, "rows", "", origin);
  }

  /// A gzipped tar with a file before the wanted one.
  private static Path archive(Path into, byte[] content) {
    try {
      Path archive = into.resolve("package.tgz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
        out.write(tarEntry("package/package.json", "{}".getBytes(StandardCharsets.UTF_8)));
        out.write(tarEntry("package/data/rows.csv", content));
        out.write(new byte[1024]);
      }
      return archive;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] tarEntry(String name, byte[] content) throws IOException {
    byte[] header = new byte[512];
    byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(nameBytes, 0, header, 0, nameBytes.length);
    byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(size, 0, header, 124, size.length);
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    entry.write(header);
    entry.write(content);
    entry.write(new byte[(512 - content.length % 512) % 512]);
    return entry.toByteArray();
  }
}
