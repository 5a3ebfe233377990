/**
 * How people and machines come in: a machine with a bearer token on each request, a person by logging in at identity once.
 * The person's tokens stay on the server, in a session named by a cookie of the portal's own.
 */
@NullMarked
package jp.tsunagu.portal.session;

import org.jspecify.annotations.NullMarked;
