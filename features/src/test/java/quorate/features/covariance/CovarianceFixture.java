package quorate.features.covariance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// One set of `covariance_fixtures.py`: its returns, and what the peers make of them.
///
/// @param days the returns, a row a day; empty where they are not stored
/// @param values upper triangles, row by row, or single numbers, by name
public record CovarianceFixture(List<double[]> days, Map<String, double[]> values) {

  /// @param set such as `calm`
  public static CovarianceFixture read(String set) {
    List<double[]> days = new ArrayList<>();
    Map<String, double[]> values = new LinkedHashMap<>();
    for (Map.Entry<String, double[]> line : lines(set)) {
      if (line.getKey().equals("returns")) {
        days.add(line.getValue());
      } else {
        values.put(line.getKey(), line.getValue());
      }
    }
    return new CovarianceFixture(days, values);
  }

  /// The lines of a file in their order.
  public static List<Map.Entry<String, double[]>> lines(String set) {
    try (InputStream packed =
            Objects.requireNonNull(
                CovarianceFixture.class.getResourceAsStream("/covariance/" + set + ".csv.gz"));
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      return reader.lines().map(CovarianceFixture::line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map.Entry<String, double[]> line(String text) {
    List<String> cells = List.of(text.split(";"));
    return Map.entry(
        cells.getFirst(), cells.stream().skip(1).mapToDouble(Double::parseDouble).toArray());
  }

  public Returns returns() {
    double[][] rows = days.toArray(double[][]::new);
    return Returns.of(names(rows[0].length), 252, rows);
  }

  /// `a0`, `a1` and so on.
  public static List<String> names(int assets) {
    return IntStream.range(0, assets).mapToObj(i -> "a" + i).toList();
  }

  /// A symmetric matrix from its upper triangle.
  public static double[][] matrix(double[] triangle) {
    int n = (int) Math.round((Math.sqrt(8.0 * triangle.length + 1) - 1) / 2);
    double[][] matrix = new double[n][n];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        matrix[i][j] = triangle[next];
        matrix[j][i] = triangle[next];
        next++;
      }
    }
    return matrix;
  }
}
