package quorate.onnx;

import java.util.HashMap;
import java.util.Map;
import quorate.learning.graph.Shape;

/// How a model is run.
///
/// @param device what it runs on; CPU by default
/// @param deviceNumber which graphics card, from 0 up; 0 by default
/// @param threads inside one operation, at least 1; 1 by default, which is fastest for small
///   networks
/// @param rows size of a first axis that the model leaves free, at least 1; 1 by default
/// @param shapes of inputs by name: what the caller will feed, checked against the model, and the
///   sizes of other axes that it leaves free; empty by default
public record OnnxSettings(
    Device device, int deviceNumber, int threads, int rows, Map<String, Shape> shapes) {
  public OnnxSettings {
    if (deviceNumber < 0) {
      throw new IllegalArgumentException("deviceNumber must be 0 or more, but was " + deviceNumber);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, but was " + threads);
    }
    if (rows < 1) {
      throw new IllegalArgumentException("rows must be at least 1, but was " + rows);
    }
    shapes = Map.copyOf(shapes);
  }

  public static OnnxSettings defaults() {
    return new OnnxSettings(Device.CPU, 0, 1, 1, Map.of());
  }

  public OnnxSettings on(Device device) {
    return new OnnxSettings(device, deviceNumber, threads, rows, shapes);
  }

  public OnnxSettings withThreads(int threads) {
    return new OnnxSettings(device, deviceNumber, threads, rows, shapes);
  }

  public OnnxSettings withRows(int rows) {
    return new OnnxSettings(device, deviceNumber, threads, rows, shapes);
  }

  /// Says what will be fed to an input.
  public OnnxSettings withShape(String input, int... sizes) {
    Map<String, Shape> more = new HashMap<>(shapes);
    more.put(input, Shape.of(sizes));
    return new OnnxSettings(device, deviceNumber, threads, rows, more);
  }
}
