package quorate.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.learning.graph.Shape;
import quorate.learning.inference.Inference;
import quorate.learning.inference.Port;
import quorate.learning.inference.Ports;

/// An ONNX model, ours or another tool's, run by ONNX Runtime on buffers that are made once: inputs
/// and outputs lie outside the heap where it reads and writes them, and a run copies them to and
/// from the caller's arrays.
///
/// Inputs and outputs must be `float32`. Sizes are settled when the model is opened; where the
/// model does not say an output's, one run with zeros finds it.
public final class OnnxInference implements Inference {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final String source;
  private final OrtSession session;
  private final List<Port> inputs;
  private final List<Port> outputs;
  private final Map<String, Buffer> ins = new LinkedHashMap<>();
  private final Map<String, Buffer> outs = new LinkedHashMap<>();
  private final Map<String, OnnxTensor> fed = new LinkedHashMap<>();
  private final Map<String, OnnxValue> pinned = new LinkedHashMap<>();
  private final Ports asked;

  /// Opens a model from a file.
  ///
  /// @throws OnnxException when the file cannot be read, is no ONNX model or is cut off, does not
  ///   fit the settings, or the device is missing
  public static OnnxInference open(Path file, OnnxSettings settings) {
    if (!Files.isRegularFile(file)) {
      throw new OnnxException("cannot open %s: there is no such file".formatted(file), null);
    }
    return new OnnxInference(
        file.toString(), settings, (env, options) -> env.createSession(file.toString(), options));
  }

  /// Opens a model from its bytes.
  ///
  /// @throws OnnxException as [#open(Path, OnnxSettings)]
  public static OnnxInference open(byte[] model, OnnxSettings settings) {
    return new OnnxInference(
        "the model", settings, (env, options) -> env.createSession(model, options));
  }

  private OnnxInference(String source, OnnxSettings settings, Opening opening) {
    this.source = source;
    this.session = session(settings, opening);
    try {
      this.inputs = inputPorts(settings);
      this.asked = new Ports(inputs);
      for (Port port : inputs) {
        Buffer buffer = new Buffer(environment, port.shape());
        ins.put(port.name(), buffer);
        fed.put(port.name(), buffer.tensor());
      }
      this.outputs = outputPorts();
      for (Port port : outputs) {
        Buffer buffer = new Buffer(environment, port.shape());
        outs.put(port.name(), buffer);
        pinned.put(port.name(), buffer.tensor());
      }
    } catch (OrtException e) {
      close();
      throw new OnnxException("cannot open %s: %s".formatted(source, e.getMessage()), e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private OrtSession session(OnnxSettings settings, Opening opening) {
    try (SessionOptions options = new SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.setIntraOpNumThreads(settings.threads());
      options.setInterOpNumThreads(1);
      Providers.add(options, settings);
      return opening.open(environment, options);
    } catch (OrtException e) {
      throw new OnnxException(
          "cannot open %s: it must be a whole ONNX model that this ONNX Runtime knows, but %s; export it again, or see that it is not cut off or another kind of file"
              .formatted(source, e.getMessage()),
          e);
    }
  }

  private List<Port> inputPorts(OnnxSettings settings) throws OrtException {
    Map<String, NodeInfo> infos = session.getInputInfo();
    Set<String> names = infos.keySet();
    for (String name : settings.shapes().keySet()) {
      if (!names.contains(name)) {
        throw new OnnxException(
            "%s has no input \"%s\"; it has %s".formatted(source, name, names), null);
      }
    }
    List<Port> ports = new ArrayList<>();
    for (NodeInfo info : infos.values()) {
      long[] sizes = floats("input", info).getShape();
      Shape wanted = settings.shapes().get(info.getName());
      int[] settled = new int[sizes.length];
      for (int i = 0; i < sizes.length; i++) {
        if (wanted != null && wanted.rank() == sizes.length && sizes[i] < 0) {
          settled[i] = wanted.size(i);
        } else if (sizes[i] < 0 && i == 0) {
          settled[i] = settings.rows();
        } else if (sizes[i] < 0) {
          throw new OnnxException(
              "%s leaves axis %d of input \"%s\" free; say its size in the settings (withShape)"
                  .formatted(source, i, info.getName()),
              null);
        } else {
          settled[i] = Math.toIntExact(sizes[i]);
        }
      }
      Shape shape = Shape.of(settled);
      if (wanted != null && !wanted.equals(shape)) {
        throw new OnnxException(
            "input \"%s\" of %s takes %s, but the settings say %s"
                .formatted(info.getName(), source, written(sizes), wanted),
            null);
      }
      ports.add(new Port(info.getName(), shape));
    }
    return List.copyOf(ports);
  }

  private TensorInfo floats(String what, NodeInfo info) {
    if (info.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT) {
      return tensor;
    }
    throw new OnnxException(
        "every input and output must be a tensor of float32, but %s \"%s\" of %s is %s; convert it inside the model"
            .formatted(what, info.getName(), source, info.getInfo()),
        null);
  }

  /// Sizes as a person writes them, with `free` where the model does not say.
  private static String written(long[] sizes) {
    return Arrays.stream(sizes)
        .mapToObj(size -> size < 0 ? "free" : Long.toString(size))
        .toList()
        .toString();
  }

  private List<Port> outputPorts() throws OrtException {
    List<NodeInfo> infos = List.copyOf(session.getOutputInfo().values());
    boolean known = true;
    for (NodeInfo info : infos) {
      known &= Arrays.stream(floats("output", info).getShape()).allMatch(size -> size > 0);
    }
    List<Port> ports = new ArrayList<>();
    if (known) {
      for (NodeInfo info : infos) {
        ports.add(new Port(info.getName(), shape(floats("output", info))));
      }
      return List.copyOf(ports);
    }
    try (OrtSession.Result tried = session.run(fed)) {
      for (NodeInfo info : infos) {
        OnnxValue value = tried.get(info.getName()).orElseThrow();
        ports.add(new Port(info.getName(), shape((TensorInfo) value.getInfo())));
      }
    }
    return List.copyOf(ports);
  }

  private static Shape shape(TensorInfo info) {
    return Shape.of(Arrays.stream(info.getShape()).mapToInt(Math::toIntExact).toArray());
  }

  @Override
  public List<Port> inputs() {
    return inputs;
  }

  @Override
  public List<Port> outputs() {
    return outputs;
  }

  @Override
  public float[] input(String name) {
    asked.asked(name);
    return find("input", inputs, ins, name);
  }

  /// @throws OnnxException when ONNX Runtime fails on the numbers that were fed
  @Override
  public void run() {
    asked.checkAsked();
    ins.values().forEach(Buffer::give);
    try {
      session.run(fed, pinned).close(); // the outputs are ours and stay
      outs.values().forEach(Buffer::take);
    } catch (OrtException e) {
      throw new OnnxException("cannot run %s: %s".formatted(source, e.getMessage()), e);
    }
  }

  @Override
  public float[] output(String name) {
    return find("output", outputs, outs, name);
  }

  private static float[] find(
      String what, List<Port> ports, Map<String, Buffer> buffers, String name) {
    Buffer buffer = buffers.get(name);
    if (buffer == null) {
      throw Ports.unknown(what, ports, name);
    }
    return buffer.values();
  }

  /// Gives the model and its buffers back; harmless when repeated.
  @Override
  public void close() {
    ins.values().forEach(Buffer::close);
    outs.values().forEach(Buffer::close);
    try {
      session.close();
    } catch (OrtException | IllegalStateException e) {
      return; // closed before
    }
  }

  /// A way to a session.
  @FunctionalInterface
  private interface Opening {
    OrtSession open(OrtEnvironment environment, SessionOptions options) throws OrtException;
  }
}
