@org.jspecify.annotations.NullMarked
package jp.tsunagu.portal.worklist;
