package quorate.onnx;

/// What a model runs on.
public enum Device {
  CPU,
  /// A graphics card of NVIDIA's; needs the build of profile `gpu` and CUDA on the machine.
  CUDA,
  /// The same with TensorRT, which builds an engine for the card when the model is opened.
  TENSORRT
}
