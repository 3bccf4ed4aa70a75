package quorate.learning.supervised;

import java.util.Optional;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.optimiser.AverageWeights;
import quorate.learning.optimiser.GradientNorm;
import quorate.learning.optimiser.Optimiser;
import quorate.learning.state.StateException;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;
import quorate.learning.supervised.Outcome.Ending;

/// Trains a model on examples: epochs of shuffled minibatches, each followed by the loss of the
/// validation rows, until that falls no more.
///
/// A loss is the mean over rows by their weights. At the end, also of a training that diverges, the
/// model has the weights of the best epoch. Validation has dropout off, dials at their end and the
/// same noise each time. The learning rate and dials are taken at the middle of each step, so that
/// none is wasted at a rate of 0. The same seed gives the same weights, bit for bit, also when it
/// is saved and goes on in between. Not for use by two threads.
///
/// L. Prechelt, "Early stopping — but when?" (1998).
public final class SupervisedTraining implements Stateful {
  private final Kernels kernels;
  private final Model model;
  private final Examples training;
  private final Examples validation;
  private final SupervisedSettings settings;
  private final long seed;
  private final Optimiser optimiser;
  private final AverageWeights average;
  private final Parameters best;

  private final int rows;
  private final Tensor inputs;
  private final Tensor targets;
  private final Tensor weights;
  private final Objective objective;
  private final Tensor loss;
  private final Graph graph;
  private final int[] order;

  private Philox chance;
  private int epoch;
  private long steps;
  private double trainingLoss = Double.NaN;
  private double validationLoss;
  private int bestEpoch;
  private double bestLoss;
  private Optional<Outcome> outcome = Optional.empty();

  /// @param training what is learned from
  /// @param validation what it is judged by, best from another time
  /// @throws IllegalArgumentException when the rows do not have the model's sizes
  public SupervisedTraining(
      Kernels kernels,
      Model model,
      Examples training,
      Examples validation,
      SupervisedSettings settings,
      long seed) {
    fit("training", training, model);
    fit("validation", validation, model);
    this.kernels = kernels;
    this.model = model;
    this.training = training;
    this.validation = validation;
    this.settings = settings;
    this.seed = seed;
    this.chance = Philox.seeded(seed);
    this.optimiser = settings.optimiser().begin(kernels, model.parameters());
    this.average = AverageWeights.of(kernels, model.parameters(), settings.averagePart());
    this.best = model.parameters().copy();
    this.rows = Math.min(settings.minibatch(), training.rows());
    this.order = new int[training.rows()];
    GraphBuilder g = new GraphBuilder(kernels);
    inputs = g.input("inputs", Shape.of(rows).followedBy(model.inputShape()).toArray());
    targets = g.input("targets", Shape.of(rows).followedBy(model.targetShape()).toArray());
    weights = g.input("weights", rows);
    objective = model.objective(g, inputs, targets);
    loss = g.sum(g.multiply(objective.losses(), weights));
    graph = g.training(loss);
    validationLoss = judge();
    bestLoss = Double.isNaN(validationLoss) ? Double.POSITIVE_INFINITY : validationLoss;
  }

  private static void fit(String which, Examples examples, Model model) {
    int in = model.inputShape().count();
    int out = model.targetShape().count();
    if (examples.inputSize() != in || examples.targetSize() != out) {
      throw new IllegalArgumentException(
          "%s rows must have %d inputs (%s) and %d targets (%s) for this model, but had %d and %d"
              .formatted(
                  which,
                  in,
                  model.inputShape(),
                  out,
                  model.targetShape(),
                  examples.inputSize(),
                  examples.targetSize()));
    }
  }

  /// Epochs that are done.
  public int epochs() {
    return epoch;
  }

  /// The mean loss of the last epoch's steps, each with the weights before it; NaN before the
  /// first.
  public double trainingLoss() {
    return trainingLoss;
  }

  /// After the last epoch.
  public double validationLoss() {
    return validationLoss;
  }

  /// How it ended; empty while it goes on.
  public Optional<Outcome> outcome() {
    return outcome;
  }

  /// Trains to the end.
  public Outcome run() {
    while (outcome.isEmpty()) {
      advance();
    }
    return outcome.get();
  }

  /// One epoch; nothing once it has ended.
  public void advance() {
    if (outcome.isPresent()) {
      return;
    }
    model.dropping().switchOn();
    chance.order(order);
    double sum = 0;
    double weighed = 0;
    for (int at = 0; at < order.length; at += rows) {
      double weight = load(training, order, at);
      float found = step();
      if (outcome.isPresent()) {
        return;
      }
      sum += weight * found;
      weighed += weight;
    }
    epoch++;
    trainingLoss = sum / weighed;
    average.exchange();
    validationLoss = judge();
    if (validationLoss < bestLoss - settings.leastGain()) {
      bestLoss = validationLoss;
      bestEpoch = epoch;
      best.copyFrom(model.parameters());
    }
    average.exchange();
    if (!Double.isFinite(validationLoss)) {
      end(
          Ending.DIVERGED,
          "the validation loss after epoch %d was %s".formatted(epoch, validationLoss));
    } else if (epoch - bestEpoch >= settings.patience()) {
      end(Ending.NO_MORE_GAIN, "no gain for %d epochs".formatted(epoch - bestEpoch));
    } else if (epoch == settings.epochs()) {
      end(Ending.ALL_EPOCHS, "all %d epochs are done".formatted(epoch));
    }
  }

  private float step() {
    long batches = (order.length + rows - 1L) / rows;
    double progress = (steps + 0.5) / (batches * settings.epochs());
    objective.dials().forEach(each -> each.number().set((float) each.schedule().at(progress)));
    draw(chance);
    graph.forward();
    model.parameters().clearGradients();
    graph.backward();
    double norm = GradientNorm.of(kernels, model.parameters());
    double rate = settings.rate().at(progress);
    if (!Float.isFinite(loss.value()) || !Double.isFinite(norm)) {
      end(
          Ending.DIVERGED,
          "in epoch %d at step %,d the loss was %s, the gradients' norm %s and the learning rate %.3g; begin again with a lower one"
              .formatted(epoch + 1, steps + 1, loss.value(), norm, rate));
      return loss.value();
    }
    optimiser.step(rate, GradientNorm.clip(norm, settings.maxGradientNorm()));
    average.follow();
    steps++;
    return loss.value();
  }

  /// The weights of the best epoch stay.
  private void end(Ending ending, String why) {
    model.parameters().copyFrom(best);
    model.dropping().switchOff();
    String account =
        "%s; the weights are those of epoch %d, validation loss %.6g"
            .formatted(why, bestEpoch, bestLoss);
    outcome = Optional.of(new Outcome(ending, account, epoch, bestEpoch, bestLoss));
  }

  private double judge() {
    model.dropping().switchOff();
    objective.dials().forEach(each -> each.number().set((float) each.schedule().at(1)));
    Philox same = Philox.seeded(~seed);
    int[] inOrder = new int[validation.rows()];
    for (int i = 0; i < inOrder.length; i++) {
      inOrder[i] = i;
    }
    double sum = 0;
    double weighed = 0;
    for (int at = 0; at < inOrder.length; at += rows) {
      double weight = load(validation, inOrder, at);
      draw(same);
      graph.forward();
      sum += weight * loss.value();
      weighed += weight;
    }
    return sum / weighed;
  }

  /// Fills the batch; places beyond the last row have its first row and weigh nothing.
  ///
  /// @return the sum of the rows' weights
  private double load(Examples from, int[] order, int at) {
    double sum = 0;
    for (int place = 0; place < rows; place++) {
      boolean there = at + place < order.length;
      int row = order[there ? at + place : at];
      from.copy(row, place, inputs.values(), targets.values());
      weights.values()[place] = there ? from.weight(row) : 0f;
      sum += weights.values()[place];
    }
    if (sum > 0) {
      for (int place = 0; place < rows; place++) {
        weights.values()[place] = (float) (weights.values()[place] / sum);
      }
    }
    return sum;
  }

  private void draw(Philox from) {
    for (Tensor each : objective.noise()) {
      float[] values = each.values();
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) from.nextGaussian();
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    out.mark("supervised training");
    out.number(epoch);
    out.number(steps);
    out.generator(chance);
    out.number(model.dropping().seed());
    out.number(model.dropping().drawn());
    out.number(trainingLoss);
    out.number(validationLoss);
    out.number(bestEpoch);
    out.number(bestLoss);
    model.parameters().save(out);
    average.save(out);
    best.save(out);
    optimiser.save(out);
    out.text(outcome.map(each -> each.ending().name()).orElse(""));
    out.text(outcome.map(Outcome::account).orElse(""));
  }

  @Override
  public void load(StateReader in) {
    in.mark("supervised training");
    epoch = in.integer();
    steps = in.longInteger();
    chance = in.generator();
    long droppingSeed = in.longInteger();
    model.dropping().resume(droppingSeed, in.longInteger());
    trainingLoss = in.real();
    validationLoss = in.real();
    bestEpoch = in.integer();
    bestLoss = in.real();
    model.parameters().load(in);
    average.load(in);
    best.load(in);
    optimiser.load(in);
    String ending = in.text();
    String account = in.text();
    outcome =
        ending.isEmpty()
            ? Optional.empty()
            : Optional.of(new Outcome(ending(ending), account, epoch, bestEpoch, bestLoss));
  }

  private static Ending ending(String name) {
    for (Ending each : Ending.values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new StateException("a saved ending must be one of ours, but was \"%s\"".formatted(name));
  }
}
