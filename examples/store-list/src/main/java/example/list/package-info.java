/** The simplest store that keeps the contract: lists in memory, read from end to end. */
package example.list;
