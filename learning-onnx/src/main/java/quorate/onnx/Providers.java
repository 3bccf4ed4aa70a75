package quorate.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;

/// Asks ONNX Runtime for a device, and says what is missing where it cannot be had.
final class Providers {
  private Providers() {}

  /// @throws OnnxException when this build has no such provider or this machine no such device
  static void add(SessionOptions options, OnnxSettings settings) {
    Device device = settings.device();
    switch (device) {
      case CPU -> {}
      case CUDA -> {
        needProvider(device, OrtProvider.CUDA);
        ask(device, () -> options.addCUDA(settings.deviceNumber()));
      }
      case TENSORRT -> {
        needProvider(device, OrtProvider.TENSOR_RT);
        ask(
            device,
            () -> {
              options.addTensorrt(settings.deviceNumber());
              options.addCUDA(settings.deviceNumber()); // for what TensorRT does not know
            });
      }
    }
  }

  private static void needProvider(Device device, OrtProvider provider) {
    if (!OrtEnvironment.getAvailableProviders().contains(provider)) {
      throw new OnnxException(
          "%s needs the build of ONNX Runtime for graphics cards, but this is the one for CPUs; build with ./quorate maven -Pgpu package, or run on the CPU"
              .formatted(device),
          null);
    }
  }

  private static void ask(Device device, Request request) {
    try {
      request.make();
    } catch (OrtException e) {
      throw new OnnxException(
          "%s cannot be used on this machine: %s; see that the card, its driver and the libraries are there (nvidia-smi), or run on the CPU"
              .formatted(device, e.getMessage()),
          e);
    }
  }

  /// A call that may find the device missing.
  @FunctionalInterface
  private interface Request {
    void make() throws OrtException;
  }
}
