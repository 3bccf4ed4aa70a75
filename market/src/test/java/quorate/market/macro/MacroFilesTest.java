package quorate.market.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.MacroRelease;
import quorate.domain.MacroRelease.Vintage;
import quorate.domain.property.SharedData;
import quorate.market.source.UnreadableSourceException;

class MacroFilesTest {
  private static final ReleaseTable TABLE = ReleaseTable.builtIn();

  @TempDir Path folder;

  @Test
  void datesValuesByTheDeclaredLagAndMarksThemLatestVintage() throws IOException {
    Path file = write("CPIAUCSL.csv", "date,value\n2024-01-01,309.685\n2024-02-01,311.054\n");

    assertThat(MacroFiles.read(file, TABLE))
        .containsExactly(
            release("CPIAUCSL", "2024-01-01", "2024-02-14T13:30:00Z", 309.685, Vintage.LATEST),
            release("CPIAUCSL", "2024-02-01", "2024-03-14T12:30:00Z", 311.054, Vintage.LATEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date,value\n2024-03-01,\n2024-03-04,4.22\n2024-03-05,.\n",
        "observation_date,DGS10\n2024-03-01,.\n2024-03-04,4.22\n"
      })
  void passesOverMissingValuesInBothFormsOfFred(String text) throws IOException {
    assertThat(MacroFiles.read(write("DGS10.csv", text), TABLE))
        .containsExactly(
            release("DGS10", "2024-03-04", "2024-03-05T21:15:00Z", 4.22, Vintage.LATEST));
  }

  @Test
  void keepsTheReleaseDatesOfAFileThatHasThem() throws IOException {
    Path file =
        write(
            "PAYEMS.csv",
            """
            date,value,released_at
            2024-01-01,157700,2024-02-02T13:30:00Z
            2024-01-01,157533,2024-03-08
            """);

    assertThat(MacroFiles.read(file, TABLE))
        .containsExactly(
            release("PAYEMS", "2024-01-01", "2024-02-02T13:30:00Z", 157_700, Vintage.AS_RELEASED),
            release("PAYEMS", "2024-01-01", "2024-03-08T13:30:00Z", 157_533, Vintage.AS_RELEASED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"release_date", "realtime_start", "vintage_date", "Released_At"})
  void takesAReleaseDayOfAnUnknownSeriesForTheEndOfThatDay(String column) throws IOException {
    Path file = write("MINE.csv", "date,value," + column + "\n2024-01-01,5,2024-01-10\n");

    assertThat(MacroFiles.read(file, TABLE))
        .containsExactly(
            release("MINE", "2024-01-01", "2024-01-11T05:00:00Z", 5, Vintage.AS_RELEASED));
  }

  @Test
  void refusesAFileWithNeitherReleaseDatesNorADeclaredLag() throws IOException {
    Path file = write("MINE.csv", "date,value\n2024-01-01,5\n");

    assertThatThrownBy(() -> MacroFiles.read(file, TABLE))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage(
            file
                + ": a macro file must say when its values were out, in a column released_at, or its series must have a declared lag, but \"MINE\" has neither; add the column, or declare the series in a release table (docs/features/macro.md)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "day,value;2024-01-01,5 | line 1: a macro file must have the columns date and value (or \"UNRATE\"), but has [day, value]",
        "date,value;2024-01-32,5 | line 2: date must be a date such as 2024-01-31, but was \"2024-01-32\"",
        "date,value;2024-01-01,n/a | line 2: a value must be a number, or empty or \".\" where it is missing, but was \"n/a\"",
        "date,value;2024-01-01,NaN | line 2: a value must be a number, or empty or \".\" where it is missing, but was \"NaN\"",
        "date,value;2024-01-01,5;2024-01-01,6 | line 3: a period must have one value",
        "date,value,released_at;2024-02-01,5,2024-01-09 | line 2: a value must be released after its period has begun, but that of 2024-02-01 was on 2024-01-09",
        "date,value,released_at;2024-01-01,5, | line 2: released_at must be a date such as 2024-01-31, but was \"\"",
        "date,value,released_at;2024-01-01,5,2024-02-30T00:00Z | line 2: a release must be an instant such as",
        "date,value,released_at;2024-01-01,5,2024-02-02;2024-01-01,6,2024-02-02 | line 3: a period must have one value a release",
      })
  void refusesARowThatCannotBeBelieved(String rows, String message) throws IOException {
    Path file = write("UNRATE.csv", rows.replace(';', '\n') + "\n");

    assertThatThrownBy(() -> MacroFiles.read(file, TABLE))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining(file + ", " + message);
  }

  @Test
  void givesSeveralFilesAsOneStreamInTimeOrder() throws IOException {
    Path unemployment = write("UNRATE.csv", "date,value\n2024-01-01,3.7\n2024-02-01,3.9\n");
    Path rate = write("DGS10.csv", "date,value\n2024-02-06,4.09\n2024-02-07,4.09\n");

    assertThat(MacroFiles.read(List.of(unemployment, rate), TABLE))
        .extracting(each -> each.series() + " " + each.referencePeriod())
        .containsExactly(
            "UNRATE 2024-01-01", "DGS10 2024-02-06", "DGS10 2024-02-07", "UNRATE 2024-02-01");
  }

  @Test
  void readsTheWholeSharedDataInTimeOrder() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(SharedData.require("macro/fred"))) {
      files = all.filter(file -> !file.getFileName().toString().startsWith("_")).sorted().toList();
    }

    List<MacroRelease> releases = MacroFiles.read(files, TABLE);

    assertThat(releases)
        .hasSizeGreaterThan(70_000)
        .isSortedAccordingTo(Comparator.comparingLong(MacroRelease::releasedAtNs));
    assertThat(releases).extracting(MacroRelease::series).contains("GDPC1", "WALCL", "USREC");
    assertThat(releases).allMatch(each -> each.vintage() == Vintage.LATEST);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static MacroRelease release(
      String series, String period, String released, double value, Vintage vintage) {
    return new MacroRelease(
        series, LocalDate.parse(period), UtcTimes.of(Instant.parse(released)), value, vintage);
  }
}
