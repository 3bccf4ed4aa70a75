package quorate.market.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.market.source.UnreadableSourceException;

class CsvRowsTest {
  @TempDir Path folder;

  @Test
  void readsQuotedFieldsAndPassesOverBlankLines() throws IOException {
    Path file = write("a,b\n\n\"one, \"\"two\"\"\",3\r\n4 \"inches\",\n");

    try (CsvRows rows = CsvRows.open(file)) {
      assertThat(rows.columns()).containsExactly("a", "b");
      assertThat(rows.next()).isTrue();
      assertThat(rows.line()).isEqualTo(3);
      assertThat(rows.field(0)).isEqualTo("one, \"two\"");
      assertThat(rows.next()).isTrue();
      assertThat(rows.field(0)).isEqualTo("4 \"inches\"");
      assertThat(rows.field(1)).isEmpty();
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void readsWhatIsPackedWithGzipWhateverItsName() throws IOException {
    Path file = folder.resolve("rows.csv");
    Files.write(file, packed("a\nb\n"));

    try (CsvRows rows = CsvRows.open(file)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.field(0)).isEqualTo("b");
    }
  }

  @Test
  void findsColumnsWhateverTheirCaseAndAByteOrderMark() throws IOException {
    try (CsvRows rows = CsvRows.open(write("\uFEFFDate, VALUE\n"))) {
      assertThat(rows.find("observation_date", "date")).isZero();
      assertThat(rows.column("value")).isEqualTo(1);
      assertThat(rows.find("nothing")).isEqualTo(-1);
      assertThatThrownBy(() -> rows.column("time"))
          .isInstanceOf(UnreadableSourceException.class)
          .hasMessageEndingWith(
              "line 1: column \"time\" must be there, but the columns are [Date, VALUE]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1\n", "a,b\n1,2,3\n", "a,b\n1,\"2\n"})
  void refusesARowThatIsNoRowOfTheFileWithItsLine(String text) throws IOException {
    try (CsvRows rows = CsvRows.open(write(text))) {
      assertThatThrownBy(rows::next)
          .isInstanceOf(UnreadableSourceException.class)
          .hasMessageContaining("rows.csv, line 2: ")
          .hasMessageContaining("must");
    }
  }

  @Test
  void refusesTextInAnotherEncoding() throws IOException {
    Path file = folder.resolve("rows.csv");
    Files.write(file, "a\ncafé\n".getBytes(Charset.forName("windows-1252")));

    assertThatThrownBy(() -> readAll(file, StandardCharsets.UTF_8))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("text must be UTF-8 from here on, but is not; say its encoding");
    readAll(file, Charset.forName("windows-1252"));
  }

  @Test
  void refusesWhatIsCutOffEmptyOrAbsent() throws IOException {
    byte[] whole = packed("a\n" + "text that is packed\n".repeat(10_000));
    Path file = folder.resolve("rows.csv");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> readAll(file, StandardCharsets.UTF_8))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("compressed data must be whole, but is cut off or damaged");
    assertThatThrownBy(() -> CsvRows.open(write("")))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageEndingWith("file must hold rows, but is empty");
    assertThatThrownBy(() -> CsvRows.open(folder.resolve("none.csv")))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageStartingWith("file must exist, but there is none at ");
  }

  private static void readAll(Path file, Charset charset) {
    try (CsvRows rows = CsvRows.open(file, charset)) {
      while (rows.next()) {
        assertThat(rows.field(0)).isNotEmpty();
      }
    }
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("rows.csv"), text);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
