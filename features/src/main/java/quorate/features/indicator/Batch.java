package quorate.features.indicator;

import java.util.Arrays;
import java.util.List;

/// Whole histories at once: the streaming indicator run over them, so that both forms are one.
public final class Batch {
  private Batch() {}

  /// Every output after every bar.
  ///
  /// @param fresh an indicator that has seen nothing
  /// @return `double[output][bar]`, NaN while it was not ready
  public static double[][] over(Indicator fresh, List<? extends BarView> bars) {
    double[][] outputs = new double[fresh.outputs()][bars.size()];
    for (int i = 0; i < bars.size(); i++) {
      fresh.update(bars.get(i));
      for (int output = 0; output < outputs.length; output++) {
        outputs[output][i] = fresh.ready() ? fresh.value(output) : Double.NaN;
      }
    }
    return outputs;
  }

  /// The first output after every value.
  ///
  /// @param fresh an indicator that has seen nothing
  /// @return as many as the values, NaN while it was not ready
  public static double[] over(ValueIndicator fresh, double[] values) {
    double[] results = new double[values.length];
    Arrays.fill(results, Double.NaN);
    for (int i = 0; i < values.length; i++) {
      fresh.update(values[i]);
      if (fresh.ready()) {
        results[i] = fresh.value();
      }
    }
    return results;
  }
}
