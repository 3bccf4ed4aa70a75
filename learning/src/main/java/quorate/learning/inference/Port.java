package quorate.learning.inference;

import quorate.learning.graph.Shape;

/// Where numbers go into a network or come out of it.
public record Port(String name, Shape shape) {
  @Override
  public String toString() {
    return "\"%s\" (%s)".formatted(name, shape);
  }
}
