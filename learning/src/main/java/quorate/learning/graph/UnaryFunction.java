package quorate.learning.graph;

/// A function of one number.
public enum UnaryFunction {
  NEGATE,
  EXP,
  LOG,
  TANH,
  SIGMOID,
  RELU,
  SOFTPLUS,
  GELU,
  SILU,
  SQUARE,
  ROOT,
  ABSOLUTE,
  LOG_GAMMA,
  DIGAMMA
}
