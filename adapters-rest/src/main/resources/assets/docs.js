// Shows the description that the page names. Nothing is asked of another host: not even whether the description is valid.
SwaggerUIBundle({
  domNode: document.getElementById('viewer'),
  url: document.getElementById('viewer').dataset.description,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  filter: true,
  showExtensions: true,
  validatorUrl: null
});
