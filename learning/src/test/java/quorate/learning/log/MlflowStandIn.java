package quorate.learning.log;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers as an MLflow server does, or slowly, or with failures, or with refusals.
final class MlflowStandIn implements AutoCloseable {
  private static final String PATH = "/api/2.0/mlflow/";

  private record Call(String method, String path, String body, @Nullable String credentials) {}

  private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile boolean experimentExists;
  private volatile String refused = "nothing";
  private @Nullable HttpServer server;
  private URI address = URI.create("http://localhost");

  void start() throws IOException {
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    started.createContext(PATH, this::answer);
    started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    started.start();
    address =
        URI.create(
            "http://%s:%d"
                .formatted(
                    started.getAddress().getAddress().getHostAddress(),
                    started.getAddress().getPort()));
    server = started;
  }

  URI address() {
    return address;
  }

  void experimentExists() {
    experimentExists = true;
  }

  /// Answers nothing until released.
  void hold() {
    held = new CountDownLatch(1);
  }

  void release() {
    held.countDown();
  }

  void failNext(int calls) {
    failures.set(calls);
  }

  void refuse(String path) {
    refused = path;
  }

  List<String> calls() {
    return calls.stream()
        .map(call -> (call.method + " " + call.path + " " + call.body).strip())
        .toList();
  }

  List<@Nullable String> credentials() {
    List<@Nullable String> credentials = new ArrayList<>();
    calls.forEach(call -> credentials.add(call.credentials));
    return credentials;
  }

  List<JsonNode> posted(String path) {
    return calls.stream()
        .filter(call -> call.path.equals(path))
        .map(call -> JsonMapper.shared().readTree(call.body))
        .toList();
  }

  /// `key=value@step time` of every metric that arrived.
  List<String> metrics() {
    return posted("runs/log-batch").stream()
        .flatMap(batch -> batch.path("metrics").valueStream())
        .map(metric ->
            "%s=%s@%s %s"
                .formatted(
                    metric.path("key").stringValue(),
                    metric.path("value"),
                    metric.path("step"),
                    metric.path("timestamp")))
        .toList();
  }

  List<String> parameters() {
    return posted("runs/log-batch").stream()
        .flatMap(batch -> batch.path("params").valueStream())
        .map(p -> p.path("key").stringValue() + "=" + p.path("value").stringValue())
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString().substring(PATH.length());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!held.await(10, TimeUnit.SECONDS)) {
        throw new IOException("never released");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      reply(exchange, 503, "<html>later</html>");
      return;
    }
    calls.add(
        new Call(
            exchange.getRequestMethod(),
            path,
            body,
            exchange.getRequestHeaders().getFirst("Authorization")));
    if (path.equals(refused)) {
      reply(exchange, 400, "{\"error_code\":\"INVALID_PARAMETER_VALUE\",\"message\":\"no\"}");
    } else if (path.startsWith("experiments/get-by-name")) {
      if (experimentExists) {
        reply(exchange, 200, "{\"experiment\":{\"experiment_id\":\"7\"}}");
      } else {
        reply(exchange, 404, "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"no\"}");
      }
    } else {
      reply(
          exchange,
          200,
          switch (path) {
            case "experiments/create" -> "{\"experiment_id\":\"7\"}";
            case "runs/create" -> "{\"run\":{\"info\":{\"run_id\":\"r1\"}}}";
            default -> "{}";
          });
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    release();
    if (server != null) {
      server.stop(0);
    }
  }
}
