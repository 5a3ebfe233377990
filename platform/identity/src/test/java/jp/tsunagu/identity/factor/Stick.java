package jp.tsunagu.identity.factor;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A security key as a program: what a browser and a stick in its port would send. */
public final class Stick {
  private static final byte PRESENT = 0x01;
  private static final byte WITH_KEY = 0x40;

  private final ObjectConverter converter = new ObjectConverter();
  private final byte[] id = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
  private final KeyPair keys;
  private final String origin;
  private int uses;

  public Stick(String origin) {
    this.origin = origin;
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String register(JsonNode options, String label) {
    var key = new AttestedCredentialData(AAGUID.ZERO, id, EC2COSEKey.create(keys, COSEAlgorithmIdentifier.ES256));
    var data = new AuthenticatorData<com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput>(
        door(options.path("rp").path("id").asString()), (byte) (PRESENT | WITH_KEY), ++uses, key);
    byte[] attestation = new AttestationObjectConverter(converter)
        .convertToBytes(new AttestationObject(data, new NoneAttestationStatement()));
    Object response = Map.of("attestationObject", text(attestation), "clientDataJSON", text(client("webauthn.create", options)),
        "transports", java.util.List.of("usb"));
    return JsonMapper.shared().writeValueAsString(Map.of("publicKey", Map.of("label", label, "credential", about(response))));
  }

  public String use(JsonNode options) {
    byte[] client = client("webauthn.get", options);
    byte[] data = new AuthenticatorDataConverter(converter).convert(
        new AuthenticatorData<com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput>(
            door(options.path("rpId").asString()), PRESENT, ++uses));
    return JsonMapper.shared().writeValueAsString(about(
        Map.of("authenticatorData", text(data), "clientDataJSON", text(client), "signature", text(signed(data, sha256(client))))));
  }

  private Map<String, Object> about(Object response) {
    return Map.of("id", text(id), "rawId", text(id), "type", "public-key", "clientExtensionResults", Map.of(), "authenticatorAttachment",
        "cross-platform", "response", response);
  }

  private byte[] client(String what, JsonNode options) {
    return JsonMapper.shared().writeValueAsBytes(
        Map.of("type", what, "challenge", options.path("challenge").asString(), "origin", origin, "crossOrigin", false));
  }

  private byte[] signed(byte[] data, byte[] client) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(client);
      return signature.sign();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] door(String host) {
    return sha256(host.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
