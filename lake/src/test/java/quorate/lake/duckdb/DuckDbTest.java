package quorate.lake.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTest {
  private static final List<Column> COLUMNS =
      List.of(Column.ofLongs("n"), Column.ofDoubles("half"), Column.ofTexts("name"));

  @TempDir Path folder;
  private DuckDb database;

  @BeforeEach
  void open() throws IOException {
    database = DuckDb.open(new DuckDbSettings(512, 2, folder.resolve("spill")));
  }

  @AfterEach
  void close() throws IOException {
    database.close();
  }

  /// Numbers `count` − 1 down to 0, with their halves and names.
  private static Rows countdown(int count) {
    int[] left = {count};
    return into -> {
      int rows = Math.min(left[0], Batch.CAPACITY);
      for (int i = 0; i < rows; i++) {
        long n = --left[0];
        into.longs(0)[i] = n;
        into.doubles(1)[i] = n / 2.0;
        into.texts(2)[i] = "it's " + n;
      }
      return rows;
    };
  }

  @Test
  void writesRowsSortedAndReadsThemBack() throws IOException {
    Path file = folder.resolve("rows.parquet");

    long written = database.writeParquet(COLUMNS, countdown(5000), "*", "n", Map.of(), file);

    assertThat(written).isEqualTo(5000);
    try (DuckDb.Result rows = database.query("SELECT n, name FROM '" + file + "'")) {
      for (long n = 0; n < 5000; n++) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getLong(1)).isEqualTo(n);
        assertThat(rows.getText(2)).isEqualTo("it's " + n);
      }
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void keepsTheOrderOfRowsThatComeSorted() throws IOException {
    Path file = folder.resolve("rows.parquet");

    database.writeParquet(COLUMNS, countdown(300_000), "n", "", Map.of(), file);

    try (DuckDb.Result rows = database.query("SELECT n FROM '" + file + "'")) {
      for (long n = 299_999; n >= 0; n--) {
        rows.next();
        assertThat(rows.getLong(1)).isEqualTo(n);
      }
    }
  }

  @Test
  void keepsTextsInTheFooter() throws IOException {
    Path file = folder.resolve("rows.parquet");

    database.writeParquet(COLUMNS, countdown(1), "*", "", Map.of("symbol", "ES'H0"), file);

    String footer =
        "SELECT decode(value) FROM parquet_kv_metadata('"
            + file
            + "') WHERE decode(key) = 'symbol'";
    try (DuckDb.Result rows = database.query(footer)) {
      rows.next();
      assertThat(rows.getText(1)).isEqualTo("ES'H0");
    }
  }

  @Test
  void writesTextWithAHeader() throws IOException {
    Path file = folder.resolve("rows.csv");

    database.writeCsv(COLUMNS, countdown(2), file);

    assertThat(Files.readString(file)).isEqualTo("n,half,name\n1,0.5,it's 1\n0,0.0,it's 0\n");
  }

  @Test
  void givesTheErrorOfTheRowsAsItWas() {
    Rows broken =
        into -> {
          throw new IOException("disk unplugged");
        };

    assertThatThrownBy(() ->
            database.writeParquet(COLUMNS, broken, "*", "", Map.of(), folder.resolve("x.parquet")))
        .isInstanceOf(IOException.class)
        .hasMessage("disk unplugged");
  }

  @Test
  void worksOnAfterAnError() throws IOException {
    Rows broken =
        into -> {
          throw new IllegalStateException("rows went wrong");
        };
    Path file = folder.resolve("rows.csv");

    assertThatThrownBy(() -> database.writeCsv(COLUMNS, broken, file))
        .hasMessage("rows went wrong");
    long written = database.writeCsv(COLUMNS, countdown(3), file);

    assertThat(written).isEqualTo(3);
  }
}
