package quorate.features.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import quorate.features.indicator.BarView;
import quorate.features.indicator.MutableBar;

/// One series of `talib_fixtures.py`: its bars, and TA-Lib's values at some of them.
///
/// @param columns the features, as expressions of ours
/// @param rows `double[row][column]`, NaN where TA-Lib has no value
/// @param barOf the bar of each row
public record TaLibFixture(
    List<BarView> bars, List<String> columns, List<double[]> rows, List<Integer> barOf) {

  /// @param series `trend`, `noise` or `constants`
  public static TaLibFixture read(String series) {
    List<BarView> bars = new ArrayList<>();
    for (String line : lines(series + "-bars").subList(1, 5001)) {
      double[] b = numbers(line);
      bars.add(
          new MutableBar()
              .times(bars.size(), bars.size() + 1L)
              .prices(b[0], b[1], b[2], b[3])
              .volume(b[4]));
    }
    List<String> lines = lines(series + "-values");
    List<String> header = List.of(lines.getFirst().split(";"));
    List<double[]> rows = new ArrayList<>();
    List<Integer> barOf = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] split = line.split(";", 2);
      barOf.add(Integer.valueOf(split[0]));
      rows.add(numbers(split[1]));
    }
    return new TaLibFixture(bars, header.subList(1, header.size()), rows, barOf);
  }

  private static double[] numbers(String line) {
    String[] cells = line.split(";", -1);
    double[] numbers = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      numbers[i] = cells[i].isEmpty() ? Double.NaN : Double.parseDouble(cells[i]);
    }
    return numbers;
  }

  private static List<String> lines(String file) {
    try (InputStream packed =
            Objects.requireNonNull(
                TaLibFixture.class.getResourceAsStream("/talib/" + file + ".csv.gz"));
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
