package quorate.learning.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import quorate.learning.graph.Activation;
import quorate.learning.graph.BinaryFunction;
import quorate.learning.graph.Form;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Step;
import quorate.learning.graph.Tensor;
import quorate.learning.graph.UnaryFunction;

/// What each operation is in ONNX's words (<https://onnx.ai/onnx/operators/>); recurrent networks
/// and attention in [RecurrentTranslation] and [AttentionTranslation].
///
/// Dropout is written as it is when switched off.
final class Translation {
  private final Model model;
  private final FreeRows free;
  private final Map<Tensor, String> names = new HashMap<>();

  Translation(Model model, FreeRows free) {
    this.model = model;
    this.free = free;
  }

  Model model() {
    return model;
  }

  void name(Tensor tensor, String name) {
    names.put(tensor, name);
  }

  /// The name of a tensor; a constant is written down when it is first asked for, as some are not
  /// needed there.
  String name(Tensor tensor) {
    String known = names.get(tensor);
    if (known != null) {
      return known;
    }
    if (!tensor.isConstant()) {
      throw new IllegalStateException("nothing gives " + tensor);
    }
    String name = model.constant(tensor.name(), tensor.shape(), tensor.values());
    names.put(tensor, name);
    return name;
  }

  void translate(Step step) {
    List<String> given =
        switch (step.form()) {
          case Form.Lstm lstm -> new RecurrentTranslation(this, step).lstm(lstm);
          case Form.Gru gru -> new RecurrentTranslation(this, step).gru(gru);
          case Form.Unary unary -> one(unary(unary.function(), in(step, 0)));
          case Form.Binary binary -> one(add(binary(binary.function()), in(step, 0), in(step, 1)));
          case Form.Affine affine -> one(affine(affine, in(step, 0)));
          case Form.Clip clip ->
              one(add("Clip", in(step, 0), number(clip.least()), number(clip.most())));
          case Form.Linear linear -> one(linear(linear.activation(), step));
          case Form.Product product -> one(product(product, step));
          case Form.Reduction reduction -> one(reduction(reduction, in(step, 0)));
          case Form.Softmax softmax ->
              one(
                  model.add(
                      softmax.logarithm() ? "LogSoftmax" : "Softmax",
                      List.of(in(step, 0)),
                      Attribute.of("axis", -1)));
          case Form.Pick _ -> one(pick(in(step, 0), in(step, 1)));
          case Form.Gather _ -> one(add("Gather", in(step, 0), cast(in(step, 1), Model.INT64)));
          case Form.Where _ ->
              one(add("Where", cast(in(step, 0), Model.BOOL), in(step, 1), in(step, 2)));
          case Form.Join join ->
              one(
                  model.add(
                      "Concat",
                      step.inputs().stream().map(this::name).toList(),
                      Attribute.of("axis", join.axis())));
          case Form.Slice slice -> one(slice(in(step, 0), slice.axis(), slice.from(), slice.to()));
          case Form.Transpose transpose ->
              one(
                  exchange(
                      in(step, 0),
                      step.inputs().getFirst().shape().rank(),
                      transpose.axis(),
                      transpose.other()));
          case Form.Repeat _ ->
              one(add("Expand", in(step, 0), model.wholes(sizes(step.outputs().getFirst()))));
          case Form.Reshape _ ->
              one(add("Reshape", in(step, 0), model.wholes(sizes(step.outputs().getFirst()))));
          case Form.StopGradient _, Form.Dropout _ -> one(add("Identity", in(step, 0)));
          case Form.LayerNorm norm ->
              one(
                  model.add(
                      "LayerNormalization",
                      List.of(in(step, 0), in(step, 1), in(step, 2)),
                      Attribute.of("axis", -1),
                      Attribute.of("epsilon", norm.epsilon())));
          case Form.Convolution convolution -> one(convolution(convolution, step));
          case Form.Attention attention ->
              one(new AttentionTranslation(this, step).attention(attention));
        };
    for (int i = 0; i < given.size(); i++) {
      names.put(step.outputs().get(i), given.get(i));
    }
  }

  private static List<String> one(String name) {
    return List.of(name);
  }

  private String in(Step step, int i) {
    return name(step.inputs().get(i));
  }

  String add(String type, String... inputs) {
    return model.add(type, List.of(inputs));
  }

  String number(float value) {
    return model.constant("number", Shape.scalar(), value);
  }

  String cast(String x, int kind) {
    return model.add("Cast", List.of(x), Attribute.of("to", kind));
  }

  /// The axes of `x` in another order.
  String permute(String x, List<Long> order) {
    return model.add("Transpose", List.of(x), Attribute.of("perm", order));
  }

  String slice(String x, int axis, int from, int to) {
    return add("Slice", x, model.wholes(from), model.wholes(to), model.wholes(axis));
  }

  private String exchange(String x, int rank, int axis, int other) {
    return permute(
        x,
        IntStream.range(0, rank)
            .mapToLong(i -> i == axis ? other : i == other ? axis : i)
            .boxed()
            .toList());
  }

  /// −1 stands for the axis that is free.
  private long[] sizes(Tensor tensor) {
    long[] sizes = IntStream.of(tensor.shape().toArray()).asLongStream().toArray();
    if (free.has(tensor)) {
      sizes[0] = -1;
    }
    return sizes;
  }

  private String unary(UnaryFunction function, String x) {
    return switch (function) {
      case NEGATE -> add("Neg", x);
      case EXP -> add("Exp", x);
      case LOG -> add("Log", x);
      case TANH -> add("Tanh", x);
      case SIGMOID -> add("Sigmoid", x);
      case RELU -> add("Relu", x);
      case SOFTPLUS -> add("Softplus", x);
      case GELU -> add("Gelu", x);
      case SILU -> add("Mul", x, add("Sigmoid", x));
      case SQUARE -> add("Mul", x, x);
      case ROOT -> add("Sqrt", x);
      case ABSOLUTE -> add("Abs", x);
      case LOG_GAMMA -> new GammaTranslation(this).logGamma(x);
      case DIGAMMA -> new GammaTranslation(this).digamma(x);
    };
  }

  private static String binary(BinaryFunction function) {
    return switch (function) {
      case ADD -> "Add";
      case SUBTRACT -> "Sub";
      case MULTIPLY -> "Mul";
      case DIVIDE -> "Div";
      case MINIMUM -> "Min";
      case MAXIMUM -> "Max";
    };
  }

  private String affine(Form.Affine affine, String x) {
    String scaled = affine.factor() == 1f ? x : add("Mul", x, number(affine.factor()));
    return affine.offset() == 0f
        ? add("Identity", scaled)
        : add("Add", scaled, number(affine.offset()));
  }

  private String linear(Activation activation, Step step) {
    String product = add("MatMul", in(step, 0), in(step, 1));
    String y = step.inputs().size() == 2 ? product : add("Add", product, in(step, 2));
    return switch (activation) {
      case NONE -> y;
      case TANH -> add("Tanh", y);
      case RELU -> add("Relu", y);
      case SIGMOID -> add("Sigmoid", y);
    };
  }

  private String product(Form.Product product, Step step) {
    return add("MatMul", turned(step, 0, product.aTurned()), turned(step, 1, product.bTurned()));
  }

  private String turned(Step step, int i, boolean isTurned) {
    int rank = step.inputs().get(i).shape().rank();
    return isTurned ? exchange(in(step, i), rank, rank - 2, rank - 1) : in(step, i);
  }

  private String reduction(Form.Reduction reduction, String x) {
    String type =
        switch (reduction.kind()) {
          case SUM -> "ReduceSum";
          case MEAN -> "ReduceMean";
          case MAXIMUM -> "ReduceMax";
        };
    List<String> inputs =
        reduction.axis().isPresent()
            ? List.of(x, model.wholes(reduction.axis().getAsInt()))
            : List.of(x);
    return model.add(type, inputs, Attribute.of("keepdims", 0));
  }

  /// The weight is `[channels][width][out]` here and `[out][channels][width]` there.
  private String convolution(Form.Convolution convolution, Step step) {
    List<String> inputs = new ArrayList<>(step.inputs().stream().map(this::name).toList());
    inputs.set(1, permute(inputs.get(1), List.of(2L, 0L, 1L)));
    long padding = convolution.padding();
    return model.add(
        "Conv",
        inputs,
        Attribute.of("strides", List.of((long) convolution.stride())),
        Attribute.of("pads", List.of(padding, padding)));
  }

  private String pick(String x, String index) {
    String last = model.wholes(LongStream.of(-1).toArray());
    String places = add("Unsqueeze", cast(index, Model.INT64), last);
    String column = model.add("GatherElements", List.of(x, places), Attribute.of("axis", -1));
    return add("Squeeze", column, last);
  }
}
