from django.core.management.base import BaseCommand

from demo.load import load_demo


class Command(BaseCommand):
    help = "Loads the demonstration federation by importing the sample files; once."

    def handle(self, *args, **options):
        if not load_demo(say=lambda sentence: self.stdout.write(sentence)):
            self.stdout.write("The demonstration is loaded already.")
