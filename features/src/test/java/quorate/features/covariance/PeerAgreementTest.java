package quorate.features.covariance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.property.SharedData;
import quorate.features.covariance.ExponentialCovariance.Centre;
import quorate.features.covariance.LedoitWolf.Target;
import quorate.features.covariance.SampleCovariance.Divisor;

/// Agreement with PyPortfolioOpt 1.6.0, scikit-learn 1.9.1, pandas 3.1.1 and numpy 2.4.6; the
/// fixtures are made by `covariance_fixtures.py`.
class PeerAgreementTest {

  private static Map<String, CovarianceEstimator> estimators() {
    Map<String, CovarianceEstimator> ours = new LinkedHashMap<>();
    ours.put("pypfopt.sample_cov", SampleCovariance.defaults());
    ours.put("sklearn.empirical", new SampleCovariance(Divisor.DAYS));
    ours.put("pypfopt.exp_cov.180", ExponentialCovariance.defaults());
    ours.put("pypfopt.exp_cov.30", ExponentialCovariance.ofSpan(30, Centre.MEAN));
    ours.put("pandas.ewm_cov.60", ExponentialCovariance.ofSpan(60, Centre.WEIGHTED_MEAN));
    ours.put("numpy.riskmetrics.94", new ExponentialCovariance(0.94, Centre.ZERO));
    ours.put("sklearn.ledoit_wolf", new LedoitWolf(Target.IDENTITY));
    ours.put("sklearn.oas", new OracleApproximating());
    ours.put("pypfopt.constant_variance", new LedoitWolf(Target.IDENTITY));
    ours.put("pypfopt.single_factor", new LedoitWolf(Target.SINGLE_INDEX));
    ours.put("pypfopt.constant_correlation", new LedoitWolf(Target.CONSTANT_CORRELATION));
    ours.put("pypfopt.oracle_approximating", new OracleApproximating());
    return ours;
  }

  @ParameterizedTest
  @ValueSource(strings = {"calm", "wide", "constant", "close"})
  void agreesWithThePeersOnSyntheticReturns(String set) {
    CovarianceFixture fixture = CovarianceFixture.read(set);

    assertAgreement(fixture, fixture.returns());
  }

  @Test
  void agreesWithThePeersOnTheDaysOnWhichTwentyStocksTraded() throws IOException {
    Path file =
        SharedData.require("equity/daily/pyportfolioopt_20stocks_adjclose_1989_2018.csv.gz");

    assertAgreement(CovarianceFixture.read("twenty-stocks"), twentyStocks(file));
  }

  private static Returns twentyStocks(Path file) throws IOException {
    List<double[]> prices = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String> header = Arrays.asList(reader.readLine().split(",", -1));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        List<String> cells = Arrays.asList(line.split(",", -1));
        if (cells.size() == header.size() && !cells.contains("")) {
          prices.add(cells.stream().skip(1).mapToDouble(Double::parseDouble).toArray());
        }
      }
      return Returns.ofPrices(
          header.subList(1, header.size()), 252, prices.toArray(double[][]::new));
    }
  }

  private static void assertAgreement(CovarianceFixture fixture, Returns returns) {
    int compared = 0;
    for (Map.Entry<String, CovarianceEstimator> entry : estimators().entrySet()) {
      String name = entry.getKey();
      double[] triangle = fixture.values().get(name);
      if (triangle == null) {
        continue; // the peers have no constant correlation with an asset that never moves
      }
      compared++;
      Covariance ours = entry.getValue().estimate(returns);
      double[][] matrix = name.startsWith("pypfopt") ? ours.perYear() : ours.matrix();
      assertClose(name, matrix, CovarianceFixture.matrix(triangle));
      double[] shrinkage = fixture.values().get("shrinkage." + name);
      if (shrinkage != null) {
        assertClose("shrinkage of " + name, ours.shrinkage().orElseThrow(), shrinkage[0], 0);
      }
    }
    double[] values = SampleCovariance.defaults().estimate(returns).eigenvalues();
    double[] expected = Objects.requireNonNull(fixture.values().get("numpy.eigenvalues"));
    for (int k = 0; k < values.length; k++) {
      assertClose("eigenvalue", values[k], expected[k], 1e-12 * values[0]);
    }
    assertThat(compared).isGreaterThanOrEqualTo(11);
  }

  /// Within 1e-9 of the element, or of what an element of 1e-3 of the geometric mean of both
  /// variances may be off.
  private static void assertClose(String name, double[][] ours, double[][] expected) {
    for (int i = 0; i < ours.length; i++) {
      for (int j = 0; j < ours.length; j++) {
        double slack = 1e-12 * Math.sqrt(expected[i][i] * expected[j][j]);
        assertClose(name + "[" + i + "," + j + "]", ours[i][j], expected[i][j], slack);
      }
    }
  }

  private static void assertClose(String name, double ours, double expected, double slack) {
    double most = Math.max(1e-9 * Math.abs(expected), slack);
    // pandas and scikit-learn leave the mean of an asset that never moves off by a rounding.
    if (!(Math.abs(ours - expected) <= Math.max(most, 1e-30))) {
      throw new AssertionError("%s must be %s, but was %s".formatted(name, expected, ours));
    }
  }

  @Test
  void raisesNegativeEigenvaluesAsPyPortfolioOptDoes() {
    List<Map.Entry<String, double[]>> lines = CovarianceFixture.lines("repair");

    for (int k = 0; k < lines.size(); k += 2) {
      double[][] given = CovarianceFixture.matrix(lines.get(k).getValue());
      Covariance covariance = Covariance.of(CovarianceFixture.names(given.length), 1, given);

      Covariance repaired = new PositiveDefiniteRepair.NearestCovariance(0).apply(covariance);

      assertClose(
          "repair", repaired.matrix(), CovarianceFixture.matrix(lines.get(k + 1).getValue()));
    }
    assertThat(lines).hasSize(6);
  }
}
