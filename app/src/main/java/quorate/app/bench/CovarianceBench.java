package quorate.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import quorate.domain.chance.Philox;
import quorate.features.covariance.Covariance;
import quorate.features.covariance.LedoitWolf;
import quorate.features.covariance.LedoitWolf.Target;
import quorate.features.covariance.Returns;

/// `bench covariance`: milliseconds from the returns of 500 assets on 1,500 days to a Ledoit–Wolf
/// covariance that is known to be positive definite, for each target, on one thread.
final class CovarianceBench {
  private static final int ASSETS = 500;
  private static final int DAYS = 1500;

  private final Workload workload;

  CovarianceBench(Workload workload) {
    this.workload = workload;
  }

  List<Figure> measure() {
    Returns returns = returns();
    List<Figure> figures = new ArrayList<>();
    for (Target target : Target.values()) {
      for (int i = 0; i < 4 * workload.runs(); i++) {
        estimate(target, returns);
      }
      double seconds =
          Stopwatch.median(
              workload.runs(), () -> Stopwatch.seconds(() -> estimate(target, returns)));
      figures.add(
          Figure.of(
              name(target),
              seconds * 1e3,
              "ms",
              "source",
              "memory",
              "runs",
              workload.runs(),
              "assets",
              ASSETS,
              "days",
              DAYS));
    }
    return figures;
  }

  /// Constant correlation, the default, has the benchmark's own name.
  private static String name(Target target) {
    return switch (target) {
      case IDENTITY -> "features.ledoit-wolf.identity";
      case SINGLE_INDEX -> "features.ledoit-wolf.single-index";
      case CONSTANT_CORRELATION -> "features.ledoit-wolf";
    };
  }

  private static void estimate(Target target, Returns returns) {
    Covariance covariance = new LedoitWolf(target).estimate(returns);
    if (!covariance.positiveDefinite()) {
      throw new ArithmeticException("a shrunk covariance must be positive definite");
    }
  }

  /// Returns with one common factor, as stocks have.
  private static Returns returns() {
    Philox chance = Philox.seeded(1);
    double[][] days = new double[DAYS][ASSETS];
    for (double[] day : days) {
      double market = 0.01 * chance.nextGaussian();
      for (int i = 0; i < ASSETS; i++) {
        day[i] = market + 0.015 * chance.nextGaussian();
      }
    }
    List<String> assets = IntStream.range(0, ASSETS).mapToObj(i -> "asset " + i).toList();
    return Returns.of(assets, 252, days);
  }
}
