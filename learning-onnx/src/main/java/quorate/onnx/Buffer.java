package quorate.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import quorate.learning.graph.Shape;

/// Numbers of an input or output: an array for the caller, and memory outside the heap that ONNX
/// Runtime reads or writes in place.
final class Buffer implements AutoCloseable {
  private final float[] values;
  private final FloatBuffer direct;
  private final OnnxTensor tensor;

  Buffer(OrtEnvironment environment, Shape shape) throws OrtException {
    values = new float[shape.count()];
    direct =
        ByteBuffer.allocateDirect(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    long[] sizes = Arrays.stream(shape.toArray()).asLongStream().toArray();
    tensor = OnnxTensor.createTensor(environment, direct, sizes);
  }

  float[] values() {
    return values;
  }

  OnnxTensor tensor() {
    return tensor;
  }

  void give() {
    direct.put(0, values);
  }

  void take() {
    direct.get(0, values);
  }

  @Override
  public void close() {
    tensor.close();
  }
}
