package jp.tsunagu.portal.session;

import java.util.Map;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

import jp.tsunagu.portal.settings.PortalSettings;

/**
 * The desk as a client of the issuer. Every endpoint is named, so nothing is discovered when the portal starts: people are
 * sent to the door's own address, tokens and keys are fetched at identity's inner one.
 */
final class DeskClient {
  static final String ID = "desk";
  static final String START = "/session/start";
  static final String CODE = "/session/code";
  static final String END = "/session/end";

  private DeskClient() {}

  static ClientRegistration registration(String issuer, String identity, PortalSettings.Desk desk) {
    return ClientRegistration.withRegistrationId(ID).clientName("Tsunagu").clientId(desk.clientId()).clientSecret(desk.clientSecret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE).scope("openid", "profile").redirectUri(issuer + CODE)
        .issuerUri(issuer).authorizationUri(issuer + "/oauth2/authorize").tokenUri(identity + "/oauth2/token")
        .jwkSetUri(identity + "/oauth2/jwks").userNameAttributeName("sub")
        .providerConfigurationMetadata(Map.of("end_session_endpoint", issuer + "/connect/logout")).build();
  }
}
