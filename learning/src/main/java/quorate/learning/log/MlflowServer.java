package quorate.learning.log;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The few calls of MLflow's REST API a run needs (<https://mlflow.org/docs/latest/rest-api.html>,
/// version 2.0 of the paths). Every call waits for its answer, at most the given time.
final class MlflowServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client;
  private final URI address;
  private final Duration timeout;
  private final String credentials;

  /// The server answered and will say the same again.
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean absent;
    private final boolean present;

    RefusedException(int status, String body) {
      super(status + " " + brief(body));
      this.absent = body.contains("RESOURCE_DOES_NOT_EXIST");
      this.present = body.contains("RESOURCE_ALREADY_EXISTS");
    }

    private static String brief(String body) {
      String line = body.replaceAll("\\s+", " ");
      return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
  }

  MlflowServer(URI address, Duration timeout) {
    this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    this.timeout = timeout;
    String user = address.getUserInfo();
    this.credentials =
        user == null
            ? ""
            : "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    String path = address.getRawPath().replaceAll("/+$", "");
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    this.address = URI.create(address.getScheme() + "://" + address.getHost() + port + path);
  }

  /// The address without a password.
  URI address() {
    return address;
  }

  /// The identity of an experiment, which is made when there is none of this name.
  String experiment(String name) throws IOException, InterruptedException, RefusedException {
    try {
      return experimentNamed(name);
    } catch (RefusedException e) {
      if (!e.absent) {
        throw e;
      }
    }
    try {
      return text(post("experiments/create", Map.of("name", name)), "experiment_id");
    } catch (RefusedException e) {
      if (e.present) {
        return experimentNamed(name); // another run made it in between
      }
      throw e;
    }
  }

  private String experimentNamed(String name)
      throws IOException, InterruptedException, RefusedException {
    String query = URLEncoder.encode(name, StandardCharsets.UTF_8);
    JsonNode answer =
        send(request("experiments/get-by-name?experiment_name=" + query).GET().build());
    return text(answer.path("experiment"), "experiment_id");
  }

  /// Begins a run.
  ///
  /// @return its identity
  String createRun(String experiment, String name, long timeMs)
      throws IOException, InterruptedException, RefusedException {
    JsonNode answer =
        post(
            "runs/create",
            Map.of("experiment_id", experiment, "run_name", name, "start_time", timeMs));
    return text(answer.path("run").path("info"), "run_id");
  }

  /// @param metrics at most 1,000, each `key`, `value`, `timestamp`, `step`
  /// @param parameters at most 100, each `key`, `value`
  void logBatch(String run, List<Map<String, Object>> metrics, List<Map<String, Object>> parameters)
      throws IOException, InterruptedException, RefusedException {
    post("runs/log-batch", Map.of("run_id", run, "metrics", metrics, "params", parameters));
  }

  /// @param status `FINISHED`, `FAILED` or `KILLED`
  void endRun(String run, String status, long timeMs)
      throws IOException, InterruptedException, RefusedException {
    post("runs/update", Map.of("run_id", run, "status", status, "end_time", timeMs));
  }

  private JsonNode post(String call, Map<String, Object> body)
      throws IOException, InterruptedException, RefusedException {
    return send(
        request(call)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  private HttpRequest.Builder request(String call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/api/2.0/mlflow/" + call)).timeout(timeout);
    return credentials.isEmpty() ? request : request.header("Authorization", credentials);
  }

  private JsonNode send(HttpRequest request)
      throws IOException, InterruptedException, RefusedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    int status = answer.statusCode();
    if (status >= 500 || status == 429 || status == 408) {
      throw new IOException("it answers " + status);
    }
    if (status != 200) {
      throw new RefusedException(status, answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException e) {
      throw new IOException("it answers what is not JSON", e);
    }
  }

  private static String text(JsonNode node, String field) throws IOException {
    JsonNode value = node.path(field);
    if (!value.isString()) {
      throw new IOException("its answer has no " + field);
    }
    return value.stringValue();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
