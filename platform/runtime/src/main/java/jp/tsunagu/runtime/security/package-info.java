/**
 * Every service is a resource server: people and machines come with a token of the one issuer; the paths between services
 * ask for a scope of their own.
 */
@NullMarked
package jp.tsunagu.runtime.security;

import org.jspecify.annotations.NullMarked;
