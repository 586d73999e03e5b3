from lac import premium_urls

urlpatterns = [*premium_urls.urlpatterns]
