package quorate.lake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.lake.duckdb.Column;
import quorate.lake.duckdb.DuckDb;
import quorate.lake.duckdb.DuckDbSettings;
import quorate.lake.store.LakeException;

class TableTest {
  @TempDir Path folder;

  private static Table orders() {
    return new Table(
        Column.ofLongs("time_ns"), Column.ofDoubles("price"), Column.ofTexts("reason"));
  }

  @Test
  void writesCsvForPeople() throws IOException {
    Table table = orders().put(1).put(2.5).put("stop, hit").put(2).put(-0.25).put("");

    table.writeCsv(folder.resolve("orders.csv"));

    assertThat(Files.readString(folder.resolve("orders.csv")))
        .isEqualTo("time_ns,price,reason\n1,2.5,\"stop, hit\"\n2,-0.25,\"\"\n");
  }

  @Test
  void writesParquetOfAnyLength() throws IOException {
    Table table = orders();
    for (int i = 0; i < 10_000; i++) {
      table.put(i).put(i / 4.0).put("row " + i);
    }
    Path file = folder.resolve("orders.parquet");

    table.writeParquet(file);

    String sums =
        "SELECT count(*), sum(time_ns), (sum(price) * 4)::BIGINT, max(reason) FROM '" + file + "'";
    try (DuckDb database = DuckDb.open(new DuckDbSettings(64, 1, folder.resolve("spill")));
        DuckDb.Result found = database.query(sums)) {
      found.next();
      assertThat(found.getLong(1)).isEqualTo(10_000);
      assertThat(found.getLong(2)).isEqualTo(49_995_000); // 0 + … + 9999
      assertThat(found.getLong(3)).isEqualTo(49_995_000);
      assertThat(found.getText(4)).isEqualTo("row 9999");
    }
  }

  @Test
  void writesItsHeaderWithoutRows() throws IOException {
    orders().writeCsv(folder.resolve("empty.csv"));

    assertThat(folder.resolve("empty.csv")).hasContent("time_ns,price,reason\n");
  }

  @Test
  void refusesAValueOfAnotherType() {
    Table table = orders().put(1);

    assertThatThrownBy(() -> table.put("cheap"))
        .hasMessage("column \"price\" takes a DOUBLE, but was given a TEXT");
  }

  @Test
  void refusesToWriteHalfARow() {
    Table table = orders().put(1);

    assertThatThrownBy(() -> table.writeCsv(folder.resolve("x.csv")))
        .hasMessage("the last row must be complete, but has only 1 of 3 values");
  }

  @Test
  void saysWhenItCannotWrite() {
    assertThatThrownBy(() -> orders().writeCsv(folder.resolve("none/x.csv")))
        .isInstanceOf(LakeException.class)
        .hasMessageContaining("x.csv failed");
  }
}
