package quorate.learning.onnx;

import java.util.List;
import quorate.learning.graph.Form;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Step;
import quorate.learning.graph.Tensor;

/// Attention in ONNX's small operators, which every engine has. A query that may look at nothing
/// gets 0, as in our own engine: scores are hidden behind the least number there is rather than −∞,
/// and the weights of what is hidden are set to 0 once more after the softmax.
final class AttentionTranslation {
  private final Translation to;
  private final Step step;

  AttentionTranslation(Translation to, Step step) {
    this.to = to;
    this.step = step;
  }

  String attention(Form.Attention attention) {
    Shape query = step.inputs().get(0).shape();
    int heads = attention.heads();
    int depth = query.size(2) / heads;
    String q = heads(0, heads, List.of(0L, 2L, 1L, 3L));
    String k = heads(1, heads, List.of(0L, 2L, 3L, 1L));
    String v = heads(2, heads, List.of(0L, 2L, 1L, 3L));
    String scale = to.number((float) (1 / Math.sqrt(depth)));
    String scores = to.add("Mul", to.add("MatMul", q, k), scale);
    String weights;
    if (step.inputs().size() == 4) {
      String mask = mask(step.inputs().get(3));
      String hidden = to.add("Where", mask, scores, to.number(-Float.MAX_VALUE));
      weights = to.add("Where", mask, softmax(hidden), to.number(0f));
    } else {
      weights = softmax(scores);
    }
    String mixed = to.permute(to.add("MatMul", weights, v), List.of(0L, 2L, 1L, 3L));
    return to.add("Reshape", mixed, to.model().wholes(0, query.size(1), query.size(2)));
  }

  private String softmax(String scores) {
    return to.model().add("Softmax", List.of(scores), Attribute.of("axis", -1));
  }

  /// `[batch][rows][width]` with the heads taken apart, in another order of axes; 0 keeps a size.
  private String heads(int input, int heads, List<Long> order) {
    Tensor x = step.inputs().get(input);
    int depth = x.shape().size(2) / heads;
    String sizes = to.model().wholes(0, x.shape().size(1), heads, depth);
    return to.permute(to.add("Reshape", to.name(x), sizes), order);
  }

  /// The mask as truths, with an axis for the heads.
  private String mask(Tensor mask) {
    String truths = to.cast(to.name(mask), Model.BOOL);
    return mask.shape().rank() == 3 ? to.add("Unsqueeze", truths, to.model().wholes(1)) : truths;
  }
}
