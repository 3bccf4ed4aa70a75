package quorate.learning.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;

/// Layers of a Transformer's encoder, named `prefix.0`, `prefix.1`, …: each adds attention
/// (`.attention`) to its input, then two linear layers (`.first`, `.second`), with a layer norm for
/// each (`.attention_norm`, `.feed_norm`) and, before the first norm, a last one (`prefix.norm`).
/// A. Vaswani et al., "Attention is all you need" (NeurIPS 2017); norms first as R. Xiong et al.,
/// "On layer normalization in the Transformer architecture" (ICML 2020), which trains without a
/// slow start.
public final class TransformerEncoder implements Layer {
  private final Settings settings;
  private final List<Block> blocks;
  private final @Nullable LayerNorm norm;

  /// What an encoder is made of.
  ///
  /// @param layers at least 1
  /// @param width numbers at each step
  /// @param heads a divisor of the width
  /// @param feed width of the hidden linear layer
  /// @param normFirst whether norms stand before attention and linear layers (and once at the end)
  ///   or after their sums
  /// @param gelu whether GELU follows the first linear layer or ReLU
  /// @param dropout rate, at least 0 and below 1: of weights of attention, of what attention and
  ///   the linear layers add, and of the hidden layer
  public record Settings(
      int layers, int width, int heads, int feed, boolean normFirst, boolean gelu, float dropout) {
    public Settings {
      if (layers < 1 || heads < 1 || feed < 1 || width < 1 || width % heads != 0) {
        throw new IllegalArgumentException(
            "a Transformer needs at least one layer, head and hidden number, and a width that its heads divide, but was given %d layers, %d heads, %d hidden and width %d"
                .formatted(layers, heads, feed, width));
      }
      if (!(dropout >= 0 && dropout < 1)) {
        throw new IllegalArgumentException(
            "a Transformer's dropout must be at least 0 and below 1, but was " + dropout);
      }
    }
  }

  private record Block(
      MultiHeadAttention attention,
      LayerNorm attentionNorm,
      Linear first,
      Linear second,
      LayerNorm feedNorm) {}

  private final DropoutChance dropping;

  /// @param dropping where dropout takes its chance from
  /// @param chance draws the parameters, as PyTorch does
  /// @throws IllegalArgumentException when the names are taken
  public TransformerEncoder(
      Parameters parameters,
      String prefix,
      Settings settings,
      DropoutChance dropping,
      RandomGenerator chance) {
    this.settings = settings;
    this.dropping = dropping;
    List<Block> declared = new ArrayList<>();
    int width = settings.width();
    @Nullable DropoutChance weights = settings.dropout() > 0 ? dropping : null;
    for (int i = 0; i < settings.layers(); i++) {
      String name = prefix + "." + i;
      declared.add(
          new Block(
              new MultiHeadAttention(
                  parameters,
                  name + ".attention",
                  width,
                  settings.heads(),
                  settings.dropout(),
                  weights,
                  chance),
              new LayerNorm(parameters, name + ".attention_norm", width),
              new Linear(
                  parameters,
                  name + ".first",
                  width,
                  settings.feed(),
                  settings.gelu() ? Activation.NONE : Activation.RELU,
                  chance),
              new Linear(
                  parameters, name + ".second", settings.feed(), width, Activation.NONE, chance),
              new LayerNorm(parameters, name + ".feed_norm", width)));
    }
    this.blocks = List.copyOf(declared);
    this.norm = settings.normFirst() ? new LayerNorm(parameters, prefix + ".norm", width) : null;
  }

  /// Every step looks at every step.
  ///
  /// @param x `[batch][steps][width]`
  /// @return the same shape
  @Override
  public Tensor apply(GraphBuilder g, Tensor x) {
    return apply(g, x, null);
  }

  /// @param x `[batch][steps][width]`
  /// @param mask not 0 where a step (second axis) may look at another (last axis), of a shape that
  ///   meets `[batch][steps][steps]`; null where all may look at all
  /// @return the same shape
  public Tensor apply(GraphBuilder g, Tensor x, @Nullable Tensor mask) {
    Tensor y = x;
    for (Block block : blocks) {
      if (settings.normFirst()) {
        y = g.add(y, attend(g, block, block.attentionNorm().apply(g, y), mask));
        y = g.add(y, feed(g, block, block.feedNorm().apply(g, y)));
      } else {
        y = block.attentionNorm().apply(g, g.add(y, attend(g, block, y, mask)));
        y = block.feedNorm().apply(g, g.add(y, feed(g, block, y)));
      }
    }
    return norm == null ? y : norm.apply(g, y);
  }

  private Tensor attend(GraphBuilder g, Block block, Tensor x, @Nullable Tensor mask) {
    return drop(g, block.attention().apply(g, x, x, mask));
  }

  private Tensor feed(GraphBuilder g, Block block, Tensor x) {
    Tensor hidden = block.first().apply(g, x);
    Tensor bent = settings.gelu() ? g.gelu(hidden) : hidden;
    return drop(g, block.second().apply(g, drop(g, bent)));
  }

  private Tensor drop(GraphBuilder g, Tensor x) {
    return settings.dropout() > 0 ? g.fused().dropout(x, settings.dropout(), dropping) : x;
  }
}
