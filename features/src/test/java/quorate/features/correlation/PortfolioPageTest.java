package quorate.features.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.domain.property.SharedData;
import quorate.features.covariance.Covariance;
import quorate.features.covariance.CovarianceFixture;
import quorate.features.covariance.LedoitWolf;
import quorate.features.covariance.PositiveDefiniteRepair;
import quorate.features.covariance.Returns;
import quorate.features.covariance.SyntheticReturns;

/// The example of `docs/features/portfolio.md` runs, and the page shows what runs here.
class PortfolioPageTest {

  @Test
  void runsItsExample() {
    List<String> assets = CovarianceFixture.names(10);
    double[][] prices = SyntheticReturns.oneFactor(Philox.seeded(1), 401, 10, 0.4);
    for (int day = 0; day < prices.length; day++) {
      for (int i = 0; i < 10; i++) {
        prices[day][i] = (day == 0 ? 100 : prices[day - 1][i]) * (1 + prices[day][i]);
      }
    }
    double[] weights = new double[10];
    Arrays.fill(weights, 0.1);

    // example
    Returns returns = Returns.ofPrices(assets, 252, prices); // double[day][asset], oldest day first
    Covariance covariance = LedoitWolf.defaults().estimate(returns);
    double shrinkage = covariance.shrinkage().orElseThrow(); // 0 the sample, 1 the target
    Covariance safe = PositiveDefiniteRepair.NearestCovariance.defaults().apply(covariance);
    double[][] perYear = safe.perYear(); // for the optimiser
    double bets = EffectiveBets.of(safe, weights);

    RollingCorrelation rolling = new RollingCorrelation(assets, 252, 250);
    RollingBreak breaks = new RollingBreak(assets, BreakSettings.defaults());
    for (int day = 0; day < returns.days(); day++) {
      rolling.update(returns.onDay(day));
      breaks.update(returns.onDay(day));
    }
    CorrelationDiagnostics now = rolling.diagnostics();
    boolean broken = breaks.compare().broken();
    // end

    assertThat(shrinkage).isBetween(0.01, 1.0);
    assertThat(perYear[0][0]).isBetween(0.015, 0.04); // 252 · 0.0001, and its sampling error
    assertThat(bets)
        .isBetween(1.0, 2.0); // equal weights of like assets are nearly the market alone
    assertThat(now.averageCorrelation()).isBetween(0.3, 0.5);
    assertThat(broken).isFalse();
  }

  @Test
  void showsThatExample() throws IOException {
    Path project = SharedData.projectRoot();
    String source =
        Files.readString(
            project.resolve(
                "features/src/test/java/quorate/features/correlation/PortfolioPageTest.java"));
    String example =
        source.substring(
            source.indexOf("    // example\n") + "    // example\n".length(),
            source.indexOf("    // end\n"));

    assertThat(Files.readString(project.resolve("docs/features/portfolio.md")))
        .contains("```java\n" + example.stripTrailing().stripIndent() + "\n```");
  }
}
