package quorate.learning.graph;

import java.util.ArrayList;
import java.util.List;
import quorate.learning.kernel.Kernels;

/// Linear steps one after the other, run as one: each thread takes some rows through all of them,
/// so that what one layer says of a row is in the caches when the next one asks, and threads meet
/// once instead of at every layer. Backward the same; then the parameters, layer by layer. The
/// numbers are those of the steps one by one.
final class LinearChain extends Operation {
  /// Rows that go through all layers together.
  private static final int AT_ONCE = 32;

  private final Kernels kernels;
  private final List<Linear> links;
  private final int rows;
  private final Kernels.RowWork forwardRows = this::forward;
  private final Kernels.RowWork backwardRows = this::backward;

  private LinearChain(List<Linear> links) {
    super(
        links.stream().map(Linear::output).toList(),
        links.stream().flatMap(each -> each.inputs().stream()).toArray(Tensor[]::new));
    this.kernels = links.getFirst().kernels();
    this.links = List.copyOf(links);
    this.rows = links.getFirst().rows();
  }

  /// The same operations in the same order, with chains in the place of their links.
  ///
  /// @param backwards whether they stand in the order of a run backward
  static Operation[] in(List<Operation> operations, boolean backwards) {
    List<Operation> chained = new ArrayList<>();
    List<Linear> links = new ArrayList<>();
    for (Operation each : operations) {
      if (each instanceof Linear linear) {
        if (!links.isEmpty() && !follows(linear, links, backwards)) {
          close(links, backwards, chained);
        }
        links.add(linear);
      } else {
        close(links, backwards, chained);
        chained.add(each);
      }
    }
    close(links, backwards, chained);
    return chained.toArray(Operation[]::new);
  }

  private static boolean follows(Linear linear, List<Linear> links, boolean backwards) {
    Linear last = links.getLast();
    boolean led = backwards ? linear.output() == last.x() : last.output() == linear.x();
    return led
        && linear.rows() == last.rows()
        && links.stream().noneMatch(backwards ? each -> each.isMadeOf(linear) : linear::isMadeOf);
  }

  private static void close(List<Linear> links, boolean backwards, List<Operation> into) {
    if (links.size() == 1) {
      into.add(links.getFirst());
    } else if (links.size() > 1) {
      into.add(new LinearChain(backwards ? links.reversed() : links));
    }
    links.clear();
  }

  @Override
  Form form() {
    throw new IllegalStateException("a chain is written down as its links");
  }

  @Override
  void forward() {
    long cost = 0;
    for (int i = 0; i < links.size(); i++) {
      links.get(i).prepareForward();
      cost += links.get(i).cost();
    }
    kernels.share(rows, cost, forwardRows);
  }

  private void forward(int from, int to) {
    for (int row = from; row < to; row += AT_ONCE) {
      int end = Math.min(row + AT_ONCE, to);
      for (int i = 0; i < links.size(); i++) {
        links.get(i).forward(row, end);
      }
    }
  }

  /// The gradient between two links is the later one's to begin.
  @Override
  boolean startsGradientOf(Tensor input) {
    boolean starts = false;
    for (Linear each : links) {
      starts |= each.startsGradientOf(input);
    }
    return starts;
  }

  @Override
  void borrow(Scratch scratch) {
    links.forEach(each -> each.borrow(scratch));
  }

  @Override
  void backward() {
    long cost = 0;
    for (int i = 0; i < links.size(); i++) {
      links.get(i).prepareBackward();
      cost += links.get(i).cost();
    }
    kernels.share(rows, cost, backwardRows);
    for (int i = links.size() - 1; i >= 0; i--) {
      links.get(i).backwardToParameters();
    }
  }

  private void backward(int from, int to) {
    for (int row = from; row < to; row += AT_ONCE) {
      int end = Math.min(row + AT_ONCE, to);
      for (int i = links.size() - 1; i >= 0; i--) {
        links.get(i).backward(row, end);
      }
    }
  }
}
