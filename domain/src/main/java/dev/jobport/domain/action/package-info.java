/** Actions that pipelines run: what one starts with, and how far it has come. */
package dev.jobport.domain.action;
