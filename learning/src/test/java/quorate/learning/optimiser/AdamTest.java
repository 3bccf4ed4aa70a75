package quorate.learning.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.kernel.TeamKernels;

class AdamTest {
  private final Parameters parameters = new Parameters();
  private final Tensor x = parameters.add("x", 3);

  /// With corrected moments the first step is rate · g / (|g| + ε), whatever the gradient's size.
  @Test
  void theFirstStepIsTheRateInTheGradientsDirection() {
    x.set(1, 1, 1);
    Adam adam = new Adam(Kernels.fastest(), parameters, Adam.Settings.defaults());
    gradient(0.001f, -20, 0);

    adam.step(0.1, 1);

    assertThat(x.values()[0]).isCloseTo(0.9f, within(1e-5f));
    assertThat(x.values()[1]).isCloseTo(1.1f, within(1e-6f));
    assertThat(x.values()[2]).isEqualTo(1f);
  }

  /// The recursion of the paper in double precision.
  @Test
  void followsThePapersRecursion() {
    double p = 2;
    double m = 0;
    double v = 0;
    x.set(2, 2, 2);
    Adam adam = new Adam(Kernels.fastest(), parameters, new Adam.Settings(0.8, 0.9, 1e-5, 0));
    for (int t = 1; t <= 20; t++) {
      double g = Math.sin(t) * 3;
      m = 0.8 * m + 0.2 * g;
      v = 0.9 * v + 0.1 * g * g;
      p -= 0.01 * (m / (1 - Math.pow(0.8, t))) / (Math.sqrt(v / (1 - Math.pow(0.9, t))) + 1e-5);
      gradient((float) (2 * g), (float) (2 * g), (float) (2 * g));

      adam.step(0.01, 0.5f);
    }

    assertThat((double) x.values()[0]).isCloseTo(p, within(1e-5));
    assertThat(x.values()[2]).isEqualTo(x.values()[0]);
  }

  @Test
  void severalThreadsStepToTheBitsOfOne() {
    int count = 10_007;
    float[][] found = new float[2][];
    for (int run = 0; run < 2; run++) {
      try (TeamKernels team = new TeamKernels(Kernels.fastest(), run + 1)) {
        Parameters many = new Parameters();
        Tensor weights = many.add("weights", count);
        Adam adam = new Adam(team, many, new Adam.Settings(0.9, 0.99, 1e-8, 0.1));
        for (int t = 1; t <= 3; t++) {
          for (int i = 0; i < count; i++) {
            weights.gradient()[i] = (float) Math.sin(i * t + 1);
          }
          adam.step(0.01, 0.7f);
        }
        found[run] = weights.values();
      }
    }

    assertThat(found[1]).isEqualTo(found[0]).doesNotContain(0f);
  }

  @Test
  void decayShrinksParametersApartFromTheGradient() {
    x.set(10, 20, 30);
    Adam adam = new Adam(Kernels.fastest(), parameters, new Adam.Settings(0.9, 0.999, 1e-8, 0.5));
    gradient(0, 0, 0);

    adam.step(0.1, 1);

    assertThat(x.values()).containsExactly(9.5f, 19f, 28.5f);
  }

  @Test
  void gradientsAreClippedToTheirNormAllTogether() {
    Tensor y = parameters.add("y", 1);
    gradient(3, 0, 0);
    y.gradient()[0] = 4;

    double norm = GradientNorm.of(Kernels.fastest(), parameters);

    assertThat(norm).isEqualTo(5);
    assertThat(GradientNorm.clip(norm, 0.5)).isCloseTo(0.1f, within(1e-6f));
    assertThat(GradientNorm.clip(norm, 6)).isEqualTo(1f);
  }

  @Test
  void wrongSettingsAreRefused() {
    assertThatThrownBy(() -> new Adam.Settings(1, 0.9, 1e-8, 0))
        .hasMessage("Adam's betas must be from 0 to below 1, but were 1.0 and 0.9");
    // The nearest float is 1, with which the mean of squares would never leave 0.
    assertThatThrownBy(() -> new Adam.Settings(0.9, 0.99999999, 1e-8, 0))
        .hasMessage("Adam's betas must be from 0 to below 1, but were 0.9 and 0.99999999");
    assertThatThrownBy(() -> new Adam.Settings(0.9, 0.9, 0, 0)).hasMessageContaining("epsilon");
  }

  private void gradient(float... numbers) {
    System.arraycopy(numbers, 0, x.gradient(), 0, numbers.length);
  }
}
