package quorate.lake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The note beside a received file: who gave it, when, from where and for what.
final class Receipt {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Receipt() {}

  static byte[] of(Path file, Map<String, String> lineage, long bytes, String who, Instant at) {
    ObjectNode receipt = JSON.createObjectNode();
    receipt.put("who", who).put("at", at.toString()).put("request", file.toString());
    lineage.forEach(receipt::put);
    receipt.put("bytes", bytes);
    return JSON.writeValueAsString(receipt).getBytes(StandardCharsets.UTF_8);
  }
}
