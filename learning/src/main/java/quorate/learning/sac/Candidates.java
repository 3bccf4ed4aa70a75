package quorate.learning.sac;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.learning.distribution.SquashedGaussian;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// Actions that might have been taken, by which the integral of e^Q is estimated: see
/// [Conservatism].
final class Candidates {
  private final int rows;
  private final int columns;
  private final Tensor random;
  private final Tensor noiseHere;
  private final Tensor noiseThere;
  private final Tensor sights;
  private final Tensor actions;
  private final Tensor logDensities;
  private final Graph sampling;

  Candidates(
      Kernels kernels,
      Actor actor,
      Tensor observations,
      Tensor next,
      int actionSize,
      Conservatism conservatism) {
    rows = observations.shape().size(0);
    int samples = conservatism.samples();
    int drawn = samples * rows;
    columns = 3 * samples;
    int observationSize = observations.shape().size(1);
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor here = g.reshape(g.repeat(observations, samples), drawn, observationSize);
    Tensor there = g.reshape(g.repeat(next, samples), drawn, observationSize);
    random = g.input("random actions", drawn, actionSize);
    noiseHere = actor.learningNoise(g, drawn);
    noiseThere = actor.learningNoise(g, drawn);
    SquashedGaussian.Drawn byActorHere = actor.draw(g, here, noiseHere);
    SquashedGaussian.Drawn byActorThere = actor.draw(g, there, noiseThere);
    float[] even = new float[drawn];
    Arrays.fill(even, (float) (-actionSize * Math.log(2)));
    sights = g.join(0, here, here, here);
    actions = g.join(0, random, byActorHere.actions(), byActorThere.actions());
    Tensor densities =
        g.join(
            0,
            g.constant("even densities", even, drawn),
            byActorHere.logProbabilities(),
            byActorThere.logProbabilities());
    logDensities = g.reshape(densities, columns, rows);
    sampling = g.inference();
  }

  void draw(RandomGenerator chance) {
    float[] evenly = random.values();
    for (int i = 0; i < evenly.length; i++) {
      evenly[i] = (float) (2 * chance.nextDouble() - 1);
    }
    Normal.fill(noiseHere, chance);
    Normal.fill(noiseThere, chance);
    sampling.forward();
  }

  /// Of both critics together, the mean of ln Σ e^(Q − ln density) over the candidates less that of
  /// Q of what was done; the logarithm of their number, which changes nothing, is left out.
  ///
  /// @param done what each critic says of what was done
  Tensor gap(GraphBuilder c, Critics critics, List<Tensor> done) {
    List<Tensor> judged = critics.judge(c, sights, actions);
    return c.add(gap(c, judged.get(0), done.get(0)), gap(c, judged.get(1), done.get(1)));
  }

  private Tensor gap(GraphBuilder c, Tensor judged, Tensor done) {
    Tensor weighted = c.subtract(c.reshape(judged, columns, rows), logDensities);
    Tensor byRow = c.transpose(weighted, 0, 1);
    // ln Σ eˣ = x₀ − (logarithm of x₀'s share), which cannot overflow.
    Tensor all = c.subtract(c.slice(byRow, -1, 0, 1), c.slice(c.logSoftmax(byRow), -1, 0, 1));
    return c.subtract(c.mean(all), c.mean(done));
  }
}
