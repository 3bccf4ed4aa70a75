package quorate.learning.supervised;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.Linear;
import quorate.learning.layer.Lstm;
import quorate.learning.onnx.OnnxExport;
import quorate.learning.weights.ParameterFile;

/// Says from a window of rows how some numbers go on: LSTM layers over the window, oldest row
/// first, and a linear layer on the last hidden state that gives all steps ahead at once.
///
/// S. Hochreiter and J. Schmidhuber, "Long short-term memory" (1997). Not for use by two threads,
/// but for [Forecasting] on numbers that nobody trains.
public final class Forecaster implements Model {
  private final Kernels kernels;
  private final Design design;
  private final Parameters parameters = new Parameters();
  private final DropoutChance dropping;
  private final List<Lstm> layers = new ArrayList<>();
  private final Linear head;

  /// The form of a forecaster.
  ///
  /// @param steps rows in a window
  /// @param features numbers in a row
  /// @param horizon numbers ahead
  /// @param loss what is said about each of them
  /// @param memory numbers in the state of each LSTM layer
  /// @param layers of LSTM, one on top of the other
  /// @param dropout rate after each of them, at least 0 and below 1
  public record Design(
      int steps,
      int features,
      int horizon,
      ForecastLoss loss,
      int memory,
      int layers,
      float dropout) {
    public Design {
      check("steps", steps);
      check("features", features);
      check("horizon", horizon);
      check("memory", memory);
      check("layers", layers);
      if (!(dropout >= 0 && dropout < 1)) {
        throw new IllegalArgumentException(
            "a forecaster's dropout must be at least 0 and below 1, but was " + dropout);
      }
    }

    private static void check(String what, int found) {
      if (found < 1) {
        throw new IllegalArgumentException(
            "a forecaster's %s must be at least 1, but was %d".formatted(what, found));
      }
    }

    /// Squared error, one layer of 64, dropout 0.1.
    public static Design of(int steps, int features, int horizon) {
      return new Design(steps, features, horizon, ForecastLoss.squaredError(), 64, 1, 0.1f);
    }

    public Design withLoss(ForecastLoss other) {
      return new Design(steps, features, horizon, other, memory, layers, dropout);
    }

    public Design withNetwork(int memory, int layers, float dropout) {
      return new Design(steps, features, horizon, loss, memory, layers, dropout);
    }
  }

  public Forecaster(Kernels kernels, Design design, long seed) {
    this.kernels = kernels;
    this.design = design;
    Philox chance = Philox.seeded(seed);
    this.dropping = DropoutChance.seeded(chance.nextLong());
    for (int i = 0; i < design.layers(); i++) {
      int in = i == 0 ? design.features() : design.memory();
      layers.add(new Lstm(parameters, "lstm." + i, in, design.memory(), chance));
    }
    int said = design.horizon() * design.loss().numbers();
    head = new Linear(parameters, "head", design.memory(), said, Activation.NONE, chance);
  }

  public Design design() {
    return design;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public DropoutChance dropping() {
    return dropping;
  }

  /// `[steps][features]`
  @Override
  public Shape inputShape() {
    return Shape.of(design.steps(), design.features());
  }

  /// `[horizon]`
  @Override
  public Shape targetShape() {
    return Shape.of(design.horizon());
  }

  @Override
  public Objective objective(GraphBuilder g, Tensor inputs, Tensor targets) {
    return Objective.of(design.loss().losses(g, said(g, inputs), targets));
  }

  /// @return `[rows][horizon][numbers]`
  private Tensor said(GraphBuilder g, Tensor inputs) {
    int rows = inputs.shape().size(0);
    Tensor x = inputs;
    for (Lstm layer : layers) {
      x = layer.apply(g, x);
      if (layer == layers.getLast()) {
        x = g.reshape(g.slice(x, 1, design.steps() - 1, design.steps()), rows, design.memory());
      }
      if (design.dropout() > 0) {
        x = g.fused().dropout(x, design.dropout(), dropping);
      }
    }
    return g.reshape(head.apply(g, x), rows, design.horizon(), design.loss().numbers());
  }

  /// Writes the weights as safetensors.
  ///
  /// @throws quorate.learning.weights.WeightsException as [ParameterFile#write]
  public void save(Path file) {
    ParameterFile.write(file, parameters, Map.of("forecaster", design.toString()));
  }

  /// Reads weights that were saved by one of the same form.
  ///
  /// @throws quorate.learning.weights.WeightsException as [ParameterFile#read]
  public void load(Path file) {
    ParameterFile.read(file, parameters);
  }

  /// A face that forecasts so many windows at a time; has buffers of its own, so one thread's.
  public Forecasting forecasting(int rows) {
    return new Forecasting(rows);
  }

  /// Forecasts with the weights as they are at each call, dropout off.
  public final class Forecasting {
    private final Tensor inputs;
    private final Tensor forecast;
    private final Graph graph;

    private Forecasting(int rows) {
      GraphBuilder g = new GraphBuilder(kernels);
      inputs = g.input("inputs", rows, design.steps(), design.features());
      forecast = design.loss().forecast(g, said(g, inputs));
      graph = g.inference();
    }

    /// @param windows `[rows][steps][features]`, oldest first
    /// @return `[rows][horizon][numbers]`, overwritten at the next call; the numbers are the mean,
    ///   mean and deviation, or the quantiles, as the loss has it
    public float[] forecast(float... windows) {
      dropping.switchOff();
      inputs.set(windows);
      graph.forward();
      return forecast.values();
    }

    /// The same as an ONNX model from `inputs` to `forecast`, for as many rows.
    public OnnxExport onnx() {
      return OnnxExport.of(graph).output("forecast", forecast);
    }
  }
}
