package quorate.onnx;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Activation;
import quorate.learning.kernel.Kernels;
import quorate.learning.supervised.ForecastLoss;
import quorate.learning.supervised.Forecaster;
import quorate.learning.supervised.VariationalAutoencoder;

/// Exported forecasters and encoders give in ONNX Runtime what they give here, without dropout.
class SupervisedExportTest {
  private final Philox chance = Philox.seeded(1);

  @Test
  void forecastsAreTheSame() {
    for (ForecastLoss loss :
        List.of(
            ForecastLoss.squaredError(),
            ForecastLoss.gaussian(),
            ForecastLoss.quantile(0.1, 0.9))) {
      Forecaster.Design design =
          Forecaster.Design.of(7, 3, 2).withLoss(loss).withNetwork(8, 2, 0.3f);
      Forecaster.Forecasting forecasting =
          new Forecaster(Kernels.fastest(), design, 1).forecasting(2);
      float[] windows = numbers(2 * 7 * 3);

      try (OnnxInference theirs =
          OnnxInference.open(forecasting.onnx().toBytes(), OnnxSettings.defaults())) {
        theirs.feed("inputs", windows);
        theirs.run();

        Agreement.close(theirs.output("forecast"), forecasting.forecast(windows), loss.toString());
      }
    }
  }

  @Test
  void encodingsAreTheSameForAnyNumberOfRows() {
    VariationalAutoencoder.Encoding encoding =
        VariationalAutoencoder.dense(
                Kernels.fastest(),
                6,
                List.of(8, 5),
                Activation.RELU,
                VariationalAutoencoder.Latent.of(3),
                1)
            .encoding(2);
    float[] rows = numbers(12);
    encoding.encode(rows);

    try (OnnxInference theirs =
        OnnxInference.open(
            encoding.onnx().freeRows().toBytes(), OnnxSettings.defaults().withRows(2))) {
      theirs.feed("inputs", rows);
      theirs.run();

      Agreement.close(theirs.output("mean"), encoding.means(), "mean");
      Agreement.close(theirs.output("deviation"), encoding.deviations(), "deviation");
    }
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) chance.nextGaussian();
    }
    return numbers;
  }
}
