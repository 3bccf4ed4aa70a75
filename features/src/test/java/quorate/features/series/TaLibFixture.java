package quorate.features.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import quorate.domain.property.SharedData;
import quorate.features.indicator.BarView;
import quorate.features.indicator.MutableBar;

/// One series and one group of `fixtures/talib`: the series' bars, and TA-Lib's values at some of
/// them.
///
/// @param columns the features, as expressions of ours
/// @param otherWarmUp those whose warm-up is not TA-Lib's
/// @param rows `double[row][column]`, NaN where TA-Lib has no value
/// @param barOf the bar of each row
public record TaLibFixture(
    List<BarView> bars,
    List<String> columns,
    Set<String> otherWarmUp,
    List<double[]> rows,
    List<Integer> barOf) {
  private static final int BARS = 5_000;

  /// @param series of the synthetic or the real ones
  /// @param group a module of `fixtures/talib`
  public static TaLibFixture read(String series, String group) {
    List<String> lines = lines(series + "-" + group);
    List<String> header = List.of(lines.getFirst().split(";"));
    List<String> named = header.subList(1, header.size());
    List<double[]> rows = new ArrayList<>();
    List<Integer> barOf = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] split = line.split(";", 2);
      barOf.add(Integer.valueOf(split[0]));
      rows.add(numbers(split[1], ";"));
    }
    return new TaLibFixture(
        bars(series),
        named.stream().map(TaLibFixture::plain).toList(),
        named.stream()
            .filter(name -> name.endsWith("~"))
            .map(TaLibFixture::plain)
            .collect(Collectors.toSet()),
        rows,
        barOf);
  }

  private static String plain(String name) {
    return name.endsWith("~") ? name.substring(0, name.length() - 1) : name;
  }

  /// The bars of a series.
  ///
  /// @param series of the synthetic or the real ones
  public static List<BarView> bars(String series) {
    return switch (series) {
      case "sp500-days" ->
          shared("equity/daily/vega_sp500-2000.csv.gz", ",", new int[] {1, 2, 3, 4, 6});
      case "sp500-hours" ->
          shared("index-cfd/USA500IDXUSD_H1.tsv.gz", "\t", new int[] {1, 2, 3, 4, 5});
      default ->
          bars(
              lines(series + "-bars").stream().skip(1).map(line -> numbers(line, ";")).toList(),
              new int[] {0, 1, 2, 3, 4});
    };
  }

  private static List<BarView> shared(String file, String separator, int[] places) {
    try (InputStream packed = Files.newInputStream(SharedData.require(file))) {
      List<String> lines = unpacked(packed);
      return bars(
          lines.subList(lines.size() - BARS, lines.size()).stream()
              .map(line -> numbers(line.substring(line.indexOf(separator)), separator))
              .toList(),
          places);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<BarView> bars(List<double[]> table, int[] places) {
    List<BarView> bars = new ArrayList<>();
    for (double[] row : table) {
      double[] b = Arrays.stream(places).mapToDouble(place -> row[place]).toArray();
      bars.add(
          new MutableBar()
              .times(bars.size(), bars.size() + 1L)
              .prices(b[0], b[1], b[2], b[3])
              .volume(b[4]));
    }
    return bars;
  }

  private static double[] numbers(String line, String separator) {
    String[] cells = line.split(separator, -1);
    double[] numbers = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      numbers[i] = cells[i].isEmpty() ? Double.NaN : Double.parseDouble(cells[i]);
    }
    return numbers;
  }

  private static List<String> lines(String file) {
    return resource("/talib/" + file + ".csv.gz");
  }

  /// The lines of a packed file among the resources.
  static List<String> resource(String path) {
    try (InputStream packed =
        Objects.requireNonNull(TaLibFixture.class.getResourceAsStream(path), path)) {
      return unpacked(packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> unpacked(InputStream packed) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
