package quorate.learning.supervised;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.Initialisation;
import quorate.learning.layer.Layer;
import quorate.learning.layer.Linear;
import quorate.learning.layer.Mlp;
import quorate.learning.onnx.OnnxExport;
import quorate.learning.optimiser.Schedule;
import quorate.learning.weights.ParameterFile;

/// Learns a few numbers that say most about many: an encoder gives mean and deviation of a latent
/// row z, a decoder reconstructs from a draw z = μ + σ·noise.
///
/// The loss of a row with n targets is their mean squared error plus β·KL(N(μ, σ²) ‖ N(0, 1))/n. Up
/// to a constant and a factor it is the negative evidence lower bound for targets that are normal
/// around their reconstruction with variance β/2. The network gives ln σ², which is held from −12
/// to 12. D. Kingma and M. Welling, "Auto-encoding variational Bayes" (2014); I. Higgins et al.,
/// "β-VAE" (2017); a β that rises from 0 after S. Bowman et al., "Generating sentences from a
/// continuous space" (2016).
public final class VariationalAutoencoder implements Model {
  private static final float MOST = 12;

  private final Kernels kernels;
  private final Parts parts;
  private final Latent latent;
  private final Linear mean;
  private final Linear logVariance;

  /// The numbers between encoder and decoder.
  ///
  /// @param size of a latent row
  /// @param beta what a nat of divergence is worth, over the training
  public record Latent(int size, Schedule beta) {
    public Latent {
      if (size < 1) {
        throw new IllegalArgumentException("a latent row must have at least 1 number, not " + size);
      }
    }

    /// β rises in a line from 0 to 1 over the first third.
    public static Latent of(int size) {
      return new Latent(size, new Schedule.Linear(0, 1, 1.0 / 3));
    }
  }

  /// What is around the latent row.
  ///
  /// @param parameters of both layers; those of μ and ln σ² are added
  /// @param dropping shared by all dropouts of both layers
  /// @param inputShape of a row
  /// @param targetShape of a row; that of the inputs where they are what is reconstructed
  /// @param encoder from `[rows]` and the input's axes to `[rows][width]`
  /// @param width numbers that the encoder gives
  /// @param decoder from `[rows][latent]` to `[rows][numbers in a target]`
  public record Parts(
      Parameters parameters,
      DropoutChance dropping,
      Shape inputShape,
      Shape targetShape,
      Layer encoder,
      int width,
      Layer decoder) {}

  public VariationalAutoencoder(
      Kernels kernels, Parts parts, Latent latent, RandomGenerator chance) {
    this.kernels = kernels;
    this.parts = parts;
    this.latent = latent;
    this.mean = head("latent.mean", chance);
    this.logVariance = head("latent.log_variance", chance);
  }

  private Linear head(String name, RandomGenerator chance) {
    return new Linear(
        parts.parameters(), name, parts.width(), latent.size(), Activation.NONE, chance);
  }

  /// Linear layers both ways, the decoder's hidden ones in the other order; reconstructs its
  /// inputs.
  ///
  /// @param size numbers in a row
  /// @param hidden sizes of the encoder's hidden layers, at least one
  public static VariationalAutoencoder dense(
      Kernels kernels,
      int size,
      List<Integer> hidden,
      Activation activation,
      Latent latent,
      long seed) {
    Philox chance = Philox.seeded(seed);
    Parameters parameters = new Parameters();
    List<Integer> inwards = new ArrayList<>(List.of(size));
    inwards.addAll(hidden);
    List<Integer> outwards = new ArrayList<>(List.of(latent.size()));
    outwards.addAll(hidden.reversed());
    outwards.add(size);
    Initialisation begin = Initialisation.standard();
    Parts parts =
        new Parts(
            parameters,
            DropoutChance.seeded(chance.nextLong()),
            Shape.of(size),
            Shape.of(size),
            Mlp.hidden(parameters, "encoder", inwards, activation, begin, chance),
            hidden.getLast(),
            new Mlp(parameters, "decoder", outwards, activation, chance));
    return new VariationalAutoencoder(kernels, parts, latent, chance);
  }

  @Override
  public Parameters parameters() {
    return parts.parameters();
  }

  @Override
  public DropoutChance dropping() {
    return parts.dropping();
  }

  @Override
  public Shape inputShape() {
    return parts.inputShape();
  }

  @Override
  public Shape targetShape() {
    return parts.targetShape();
  }

  @Override
  public Objective objective(GraphBuilder g, Tensor inputs, Tensor targets) {
    int rows = inputs.shape().size(0);
    Tensor beta = g.input("beta", 1);
    Tensor noise = g.input("noise", rows, latent.size());
    Tensor features = parts.encoder().apply(g, inputs);
    Tensor means = mean.apply(g, features);
    Tensor logVariances = logVariances(g, features);
    Tensor drawn = g.add(means, g.multiply(g.exp(g.scale(logVariances, 0.5f)), noise));
    Tensor divergence = g.losses().standardDivergence(means, logVariances);
    Tensor share = g.scale(divergence, 1f / parts.targetShape().count());
    Tensor losses = g.add(squaredErrors(g, drawn, targets), g.multiply(share, beta));
    return new Objective(losses, List.of(noise), List.of(new Dial(beta, latent.beta())));
  }

  private Tensor logVariances(GraphBuilder g, Tensor features) {
    return g.clip(logVariance.apply(g, features), -MOST, MOST);
  }

  /// The mean squared error of each row.
  private Tensor squaredErrors(GraphBuilder g, Tensor drawn, Tensor targets) {
    Tensor made = parts.decoder().apply(g, drawn);
    Tensor flat = g.reshape(targets, made.shape().toArray());
    return g.mean(g.square(g.subtract(made, flat)), -1);
  }

  /// Writes the weights as safetensors.
  ///
  /// @throws quorate.learning.weights.WeightsException as [ParameterFile#write]
  public void save(Path file) {
    ParameterFile.write(file, parameters(), Map.of("latent", Integer.toString(latent.size())));
  }

  /// Reads weights that were saved by one of the same form.
  ///
  /// @throws quorate.learning.weights.WeightsException as [ParameterFile#read]
  public void load(Path file) {
    ParameterFile.read(file, parameters());
  }

  /// A face that encodes so many rows at a time; has buffers of its own, so one thread's.
  public Encoding encoding(int rows) {
    return new Encoding(rows);
  }

  /// Encodes with the weights as they are at each call, dropout off and without chance: the
  /// reconstruction is that of μ.
  public final class Encoding {
    private final Tensor inputs;
    private final Tensor targets;
    private final Tensor means;
    private final Tensor deviations;
    private final Tensor divergences;
    private final Tensor errors;
    private final Graph encoder;
    private final Graph both;

    private Encoding(int rows) {
      GraphBuilder g = new GraphBuilder(kernels);
      inputs = g.input("inputs", Shape.of(rows).followedBy(parts.inputShape()).toArray());
      Tensor features = parts.encoder().apply(g, inputs);
      means = mean.apply(g, features);
      Tensor logVariances = logVariances(g, features);
      deviations = g.exp(g.scale(logVariances, 0.5f));
      divergences = g.losses().standardDivergence(means, logVariances);
      encoder = g.inference();
      GraphBuilder decoding = new GraphBuilder(kernels);
      targets = decoding.input("targets", Shape.of(rows).followedBy(parts.targetShape()).toArray());
      errors = squaredErrors(decoding, means, targets);
      both = decoding.inference();
    }

    /// @param rows `[rows]` and the input's axes
    public void encode(float... rows) {
      dropping().switchOff();
      inputs.set(rows);
      encoder.forward();
    }

    /// μ of each row, `[rows][latent]`, after [#encode].
    public float[] means() {
      return means.values();
    }

    /// σ of each row, `[rows][latent]`, after [#encode].
    public float[] deviations() {
      return deviations.values();
    }

    /// KL(N(μ, σ²) ‖ N(0, 1)) of each row in nats, after [#encode].
    public float[] divergences() {
      return divergences.values();
    }

    /// The mean squared error of what is reconstructed from each row's μ, after [#encode].
    ///
    /// @param rows `[rows]` and the target's axes
    /// @return `[rows]`, overwritten at the next call
    public float[] errors(float... rows) {
      targets.set(rows);
      both.forward();
      return errors.values();
    }

    /// The encoder as an ONNX model from `inputs` to `mean` and `deviation`.
    public OnnxExport onnx() {
      return OnnxExport.of(encoder).output("mean", means).output("deviation", deviations);
    }
  }
}
